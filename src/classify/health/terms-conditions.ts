import { listOf } from '../word-list.ts';

/** Names of diseases and conditions. Everyday words (cold, stroke) are left out unless a second word makes them clear. */
export const conditions = {
  en: listOf(`
  diabetes, type 1 diabetes, type 2 diabetes, hypertension, high blood pressure, hypotension, asthma, copd,
  emphysema, bronchitis, pneumonia, tuberculosis, covid-19, influenza, hepatitis, hepatitis b, hepatitis c,
  cirrhosis, hiv, hiv positive, aids, syphilis, gonorrhea, chlamydia, herpes, hpv, cancer, carcinoma,
  melanoma, lymphoma, leukemia, leukaemia, sarcoma, glioblastoma, metastasis, metastatic, tumor, tumour,
  breast cancer, lung cancer, prostate cancer, colon cancer, depression, major depressive disorder,
  bipolar disorder, schizophrenia, psychosis, anxiety disorder, panic disorder, ptsd,
  post-traumatic stress disorder, ocd, adhd, autism, anorexia, bulimia, dementia, alzheimer,
  alzheimer's disease, parkinson, parkinson's disease, multiple sclerosis, epilepsy, seizures, migraine,
  stroke, ischemic stroke, myocardial infarction, heart attack, heart failure, angina, atrial fibrillation,
  arrhythmia, coronary artery disease, atherosclerosis, thrombosis, pulmonary embolism, aneurysm, anemia,
  anaemia, hemophilia, sickle cell disease, thalassemia, kidney disease, renal failure, kidney failure,
  nephropathy, dialysis dependent, arthritis, rheumatoid arthritis, osteoarthritis, osteoporosis, gout,
  lupus, fibromyalgia, psoriasis, eczema, dermatitis, crohn's disease, ulcerative colitis, celiac disease,
  irritable bowel syndrome, gastritis, pancreatitis, appendicitis, gallstones, hypothyroidism,
  hyperthyroidism, thyroiditis, endometriosis, polycystic ovary syndrome, infertility, miscarriage,
  preeclampsia, glaucoma, cataract, retinopathy, neuropathy, sciatica, scoliosis, sepsis, meningitis,
  encephalitis, malaria, lyme disease, obesity, alcoholism, opioid use disorder, substance abuse, addiction,
  sleep apnea, insomnia, cystic fibrosis, muscular dystrophy, als, huntington's disease, down syndrome,
  cerebral palsy, spina bifida, hypercholesterolemia, hyperlipidemia, hyperkalemia, hyponatremia,
  urinary tract infection, incontinence, benign prostatic hyperplasia, erectile dysfunction, concussion,
  fracture
`),
  fr: listOf(`
  diabète, hypertension artérielle, hypertension, asthme, bpco, bronchite, pneumonie, tuberculose, grippe,
  hépatite, cirrhose, vih, séropositif, séropositive, sida, cancer, carcinome, mélanome, lymphome, leucémie,
  tumeur, métastases, cancer du sein, dépression, trouble bipolaire, schizophrénie, psychose,
  trouble anxieux, autisme, anorexie, boulimie, démence, maladie d'alzheimer, maladie de parkinson,
  sclérose en plaques, épilepsie, migraine, avc, accident vasculaire cérébral, infarctus,
  infarctus du myocarde, insuffisance cardiaque, angine de poitrine, fibrillation auriculaire, arythmie,
  thrombose, embolie pulmonaire, anévrisme, anémie, hémophilie, drépanocytose, insuffisance rénale, arthrite,
  polyarthrite rhumatoïde, arthrose, ostéoporose, goutte, lupus, fibromyalgie, psoriasis, eczéma,
  maladie de crohn, rectocolite hémorragique, maladie cœliaque, gastrite, pancréatite, appendicite,
  hypothyroïdie, hyperthyroïdie, endométriose, infertilité, fausse couche, prééclampsie, glaucome, cataracte,
  neuropathie, sciatique, septicémie, méningite, paludisme, maladie de lyme, obésité, alcoolisme,
  toxicomanie, apnée du sommeil, mucoviscidose, myopathie, trisomie 21, hypercholestérolémie,
  infection urinaire, allergie, burn-out
`),
  de: listOf(`
  diabetes, diabetes mellitus, zuckerkrankheit, bluthochdruck, hypertonie, asthma, copd, bronchitis,
  lungenentzündung, tuberkulose, grippe, hepatitis, leberzirrhose, hiv, hiv-positiv, krebs, karzinom,
  melanom, lymphom, leukämie, tumor, metastasen, brustkrebs, lungenkrebs, prostatakrebs, darmkrebs,
  depression, bipolare störung, schizophrenie, psychose, angststörung, autismus, magersucht, bulimie, demenz,
  alzheimer, parkinson, multiple sklerose, epilepsie, migräne, schlaganfall, herzinfarkt, myokardinfarkt,
  herzinsuffizienz, angina pectoris, vorhofflimmern, herzrhythmusstörungen, thrombose, lungenembolie,
  aneurysma, anämie, blutarmut, hämophilie, niereninsuffizienz, nierenversagen, arthritis,
  rheumatoide arthritis, arthrose, osteoporose, gicht, lupus, fibromyalgie, psoriasis, schuppenflechte,
  neurodermitis, morbus crohn, colitis ulcerosa, zöliakie, gastritis, pankreatitis, blinddarmentzündung,
  hypothyreose, schilddrüsenunterfunktion, endometriose, unfruchtbarkeit, fehlgeburt, glaukom, grauer star,
  neuropathie, ischias, bandscheibenvorfall, sepsis, meningitis, malaria, borreliose, adipositas,
  alkoholismus, drogensucht, schlafapnoe, mukoviszidose, hypercholesterinämie, harnwegsinfekt, burnout
`),
  es: listOf(`
  diabetes, hipertensión, hipertensión arterial, asma, epoc, bronquitis, neumonía, tuberculosis, gripe,
  hepatitis, cirrosis, vih, seropositivo, seropositiva, sida, cáncer, carcinoma, melanoma, linfoma, leucemia,
  tumor, metástasis, cáncer de mama, depresión, trastorno bipolar, esquizofrenia, psicosis,
  trastorno de ansiedad, autismo, anorexia, bulimia, demencia, alzheimer, enfermedad de parkinson,
  esclerosis múltiple, epilepsia, migraña, ictus, infarto, infarto de miocardio, insuficiencia cardíaca,
  angina de pecho, fibrilación auricular, arritmia, trombosis, embolia pulmonar, aneurisma, anemia,
  hemofilia, insuficiencia renal, artritis, artritis reumatoide, artrosis, osteoporosis, gota, lupus,
  fibromialgia, psoriasis, eccema, enfermedad de crohn, colitis ulcerosa, celiaquía, gastritis, pancreatitis,
  apendicitis, hipotiroidismo, hipertiroidismo, endometriosis, infertilidad, aborto espontáneo, glaucoma,
  cataratas, neuropatía, ciática, sepsis, meningitis, malaria, obesidad, alcoholismo, drogadicción,
  apnea del sueño, fibrosis quística, hipercolesterolemia, infección urinaria
`),
  it: listOf(`
  diabete, ipertensione, ipertensione arteriosa, asma, bpco, bronchite, polmonite, tubercolosi, influenza,
  epatite, cirrosi, hiv, sieropositivo, sieropositiva, aids, cancro, carcinoma, melanoma, linfoma, leucemia,
  tumore, metastasi, tumore al seno, depressione, disturbo bipolare, schizofrenia, psicosi, disturbo d'ansia,
  autismo, anoressia, bulimia, demenza, alzheimer, morbo di parkinson, sclerosi multipla, epilessia,
  emicrania, ictus, infarto, infarto miocardico, scompenso cardiaco, angina pectoris, fibrillazione atriale,
  aritmia, trombosi, embolia polmonare, aneurisma, anemia, emofilia, insufficienza renale, artrite,
  artrite reumatoide, artrosi, osteoporosi, gotta, lupus, fibromialgia, psoriasi, eczema, morbo di crohn,
  colite ulcerosa, celiachia, gastrite, pancreatite, appendicite, ipotiroidismo, ipertiroidismo,
  endometriosi, infertilità, aborto spontaneo, glaucoma, cataratta, neuropatia, sciatica, sepsi, meningite,
  malaria, obesità, alcolismo, tossicodipendenza, apnea notturna, fibrosi cistica, ipercolesterolemia,
  infezione urinaria
`),
};

/** Impairments as the United States Social Security Administration lists them ("Blue Book") that are not among the diseases above. */
export const impairments = listOf(`
  amputation, hearing loss, statutory blindness, loss of visual acuity, low vision, loss of speech,
  intellectual disability, intellectual disorder, neurocognitive disorder, chronic kidney disease,
  chronic heart failure, chronic liver disease, chronic respiratory disorder, lung transplant,
  kidney transplant, heart transplant, liver transplant, spinal stenosis, spinal cord disorder,
  nerve root compromise, abnormality of a major joint, cochlear implant, immune deficiency,
  inflammatory arthritis, systemic sclerosis, traumatic brain injury, motor neuron disease,
  post-polio syndrome, myasthenia gravis, burn injuries, soft tissue injury, growth failure,
  low birth weight, developmental disorder
`);

/** Ways of life that bear on health. */
export const lifestyles = listOf(`
  smoker, heavy smoker, ex-smoker, former smoker, pack-years, alcohol consumption, heavy drinker,
  alcohol abuse, drug use, recreational drug use, illicit drug use, tobacco use, sedentary lifestyle,
  physical inactivity, overweight, underweight, body mass index, fumeur, fumeuse, raucher, raucherin,
  alkoholkonsum, fumador, fumadora, fumatore, fumatrice, tabagisme, tabagismo
`);
