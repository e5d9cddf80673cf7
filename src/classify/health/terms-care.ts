import { listOf } from '../word-list.ts';

/** International nonproprietary names of medicines, with the German, French, Spanish and Italian forms that differ. */
export const genericMedicines = listOf(`
  paracetamol, acetaminophen, ibuprofen, ibuprofène, ibuprofeno, ibuprofene, naproxen, diclofenac, aspirin,
  amoxicillin, amoxicilline, amoxicilina, amoxicillina, penicillin, azithromycin, ciprofloxacin, doxycycline,
  clarithromycin, cephalexin, metronidazole, vancomycin, metformin, metformine, metformina, insulin,
  insuline, insulina, glipizide, gliclazide, sitagliptin, empagliflozin, dapagliflozin, semaglutide,
  liraglutide, tirzepatide, atorvastatin, atorvastatine, atorvastatina, simvastatin, rosuvastatin,
  pravastatin, lisinopril, ramipril, enalapril, perindopril, losartan, valsartan, candesartan, amlodipine,
  amlodipin, amlodipino, bisoprolol, metoprolol, atenolol, carvedilol, propranolol, furosemide, furosémide,
  hydrochlorothiazide, spironolactone, warfarin, heparin, apixaban, rivaroxaban, dabigatran, clopidogrel,
  digoxin, omeprazole, omeprazol, oméprazole, pantoprazole, pantoprazol, esomeprazole, lansoprazole,
  ranitidine, levothyroxine, levothyroxin, prednisone, prednisolone, dexamethasone, hydrocortisone,
  salbutamol, albuterol, budesonide, fluticasone, montelukast, cetirizine, loratadine, sertraline, sertralin,
  fluoxetine, escitalopram, citalopram, paroxetine, venlafaxine, duloxetine, bupropion, mirtazapine,
  amitriptyline, lithium carbonate, quetiapine, olanzapine, risperidone, aripiprazole, haloperidol,
  clozapine, diazepam, lorazepam, alprazolam, clonazepam, zolpidem, zopiclone, gabapentin, pregabalin,
  lamotrigine, levetiracetam, valproate, carbamazepine, topiramate, methylphenidate, atomoxetine, morphine,
  morphin, morphium, oxycodone, hydrocodone, tramadol, fentanyl, codeine, buprenorphine, methadone, naloxone,
  naltrexone, sumatriptan, donepezil, memantine, levodopa, methotrexate, methotrexat, hydroxychloroquine,
  adalimumab, infliximab, etanercept, rituximab, trastuzumab, pembrolizumab, nivolumab, bevacizumab,
  tamoxifen, letrozole, anastrozole, cisplatin, carboplatin, paclitaxel, docetaxel, doxorubicin,
  capecitabine, imatinib, acyclovir, aciclovir, valacyclovir, oseltamivir, tenofovir, emtricitabine,
  dolutegravir, efavirenz, remdesivir, fluconazole, sildenafil, tadalafil, finasteride, tamsulosin,
  allopurinol, colchicine, alendronate, estradiol, progesterone, levonorgestrel, misoprostol, mifepristone,
  isotretinoin, ondansetron, metoclopramide, loperamide, lactulose
`);

/** Brand names of medicines. */
export const brandMedicines = listOf(`
  tylenol, advil, motrin, aleve, voltaren, doliprane, dafalgan, efferalgan, panadol, tachipirina, nurofen,
  augmentin, zithromax, glucophage, januvia, jardiance, ozempic, wegovy, mounjaro, trulicity, victoza,
  lantus, humalog, novorapid, lipitor, crestor, zocor, zestril, diovan, norvasc, lasix, coumadin, eliquis,
  xarelto, pradaxa, plavix, prilosec, nexium, synthroid, euthyrox, levothyrox, ventolin, symbicort, advair,
  singulair, zyrtec, claritin, zoloft, prozac, lexapro, cipralex, celexa, seroplex, paxil, effexor, cymbalta,
  wellbutrin, seroquel, zyprexa, risperdal, abilify, xanax, valium, ativan, klonopin, rivotril, lexomil,
  ambien, stilnox, neurontin, lyrica, keppra, depakine, depakote, tegretol, lamictal, ritalin, concerta,
  adderall, vyvanse, strattera, oxycontin, percocet, vicodin, subutex, suboxone, imitrex, aricept, humira,
  remicade, enbrel, stelara, cosentyx, dupixent, keytruda, opdivo, herceptin, avastin, gleevec, glivec,
  zovirax, tamiflu, truvada, biktarvy, genvoya, paxlovid, viagra, cialis, plan b, mirena, accutane,
  roaccutane, zofran, imodium, epipen
`);

/** Kinds of medicines. */
export const medicineKinds = listOf(`
  antibiotic, antibiotics, antidepressant, antidepressants, antipsychotic, antipsychotics, anticoagulant,
  anticoagulants, antihistamine, antiviral, antiretroviral, antiretroviral therapy, beta blocker,
  beta blockers, ace inhibitor, ace inhibitors, calcium channel blocker, diuretic, diuretics, statin,
  statins, corticosteroid, corticosteroids, opioid, opioids, benzodiazepine, benzodiazepines, anticonvulsant,
  anticonvulsants, immunosuppressant, immunosuppressants, chemotherapy, chimiothérapie, chemotherapie,
  quimioterapia, chemioterapia, bronchodilator, bronchodilators, proton pump inhibitor, oral contraceptive,
  contraceptive pill, antibiotique, antibiotiques, antidépresseur, antidépresseurs, antibiotika,
  antidepressiva, blutverdünner, betablocker, antibióticos, antidepresivos, antibiotici, antidepressivi,
  insulin therapy
`);

/** Tests of blood. */
export const bloodTests = listOf(`
  complete blood count, cbc, full blood count, hemoglobin, haemoglobin, hématocrite, hematocrit, hba1c,
  glycated hemoglobin, fasting glucose, blood glucose, glycémie, blutzucker, cholesterol, ldl,
  ldl cholesterol, hdl cholesterol, triglycerides, triglycérides, creatinine, créatinine, kreatinin,
  creatinina, egfr, bilirubin, albumin, alt, ast, alkaline phosphatase, tsh, free t4, ferritin, ferritine,
  vitamin d level, c-reactive protein, crp, erythrocyte sedimentation rate, white blood cell count,
  leukozyten, leucocytes, platelet count, plaquettes, thrombozyten, psa, prostate-specific antigen, troponin,
  troponine, d-dimer, inr, prothrombin time, blood type, blood group, groupe sanguin, blutgruppe,
  grupo sanguíneo, gruppo sanguigno, blutbild, numération formule sanguine, hemograma, emocromo,
  bilan sanguin
`);

/** Other tests and examinations of a laboratory or clinic. */
export const labTests = listOf(`
  biopsy, biopsie, biopsia, urinalysis, urine culture, blood culture, pap smear, frottis, abstrich,
  mammogram, mammography, mammographie, mamografía, mammografia, colonoscopy result, stool sample,
  electrocardiogram, ecg, ekg, electroencephalogram, eeg, echocardiogram, mri, mri scan, irm, ct scan,
  computed tomography, tomodensitométrie, computertomographie, resonancia magnética, risonanza magnetica,
  tac, x-ray, radiographie, röntgen, radiografía, radiografia, ultrasound, échographie, ultraschall,
  ecografía, ecografia, pet scan, bone density scan, genetic test, genetic testing, hiv test, pregnancy test,
  pcr test, spirometry, holter monitor, stress test, lumbar puncture, amniocentesis, toxicology screen,
  drug screen, histopathology, cytology, karyotype
`);

/** Operations and procedures. */
export const procedures = listOf(`
  surgery, appendectomy, cholecystectomy, hysterectomy, mastectomy, lumpectomy, prostatectomy, nephrectomy,
  colectomy, gastrectomy, splenectomy, thyroidectomy, tonsillectomy, vasectomy, tubal ligation,
  cesarean section, caesarean section, c-section, coronary artery bypass, bypass surgery, angioplasty,
  stent placement, pacemaker implantation, valve replacement, hip replacement, knee replacement, arthroscopy,
  spinal fusion, laminectomy, craniotomy, colonoscopy, endoscopy, gastroscopy, bronchoscopy, laparoscopy,
  laparotomy, dialysis, hemodialysis, bone marrow transplant, organ transplant, cataract surgery, lasik,
  liposuction, rhinoplasty, gastric bypass, abortion, in vitro fertilization, radiotherapy,
  radiation therapy, appendicectomie, césarienne, hystérectomie, mastectomie, coloscopie, dialyse,
  prothèse de hanche, radiothérapie, kaiserschnitt, blinddarmoperation, hüftoperation, darmspiegelung,
  strahlentherapie, bypass-operation, cesárea, histerectomía, mastectomía, colonoscopia, diálisis,
  radioterapia, cesareo, isterectomia, mastectomia, dialisi
`);

/** Fields of medicine. */
export const specialties = listOf(`
  cardiology, cardiologist, oncology, oncologist, neurology, neurologist, psychiatry, psychiatrist,
  gynecology, gynecologist, gynaecology, obstetrics, urology, urologist, dermatology, dermatologist,
  endocrinology, endocrinologist, gastroenterology, gastroenterologist, nephrology, nephrologist, hematology,
  haematology, rheumatology, rheumatologist, pulmonology, orthopedics, orthopaedics, pediatrics, paediatrics,
  geriatrics, ophthalmology, otolaryngology, anesthesiology, radiology, pathology department,
  intensive care unit, cardiologie, cardiologue, oncologie, oncologue, psychiatrie, psychiatre, gynécologie,
  gynécologue, urologie, urologue, dermatologie, neurologie, neurologue, pédiatrie, kardiologie, kardiologe,
  onkologie, onkologe, psychiater, gynäkologie, gynäkologe, frauenarzt, hautarzt, pädiatrie, intensivstation,
  cardiología, cardiólogo, oncología, oncólogo, psiquiatría, psiquiatra, ginecología, ginecólogo, neurología,
  pediatría, cardiologia, cardiologo, oncologia, oncologo, psichiatria, psichiatra, ginecologia, ginecologo,
  neurologia
`);
