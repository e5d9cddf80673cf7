import { listOf } from '../word-list.ts';

/** Given names that are also everyday words, places, months or titles: alone they say nothing. */
export const ambiguousGivenNames = listOf(`
  aden, ah, ai, aki, al, alta, america, an, angel, ara, ari, armel, art, arte, as, asa, asen, ash, ata, athena,
  aube, august, auguste, aura, aurora, austin, autumn, ava, avis, aya, basil, basile, bay, beau, bela, bent,
  berg, berry, beryl, beta, bill, bing, birdie, blair, bo, bond, boy, brand, brandy, brick, brock, brooke,
  brooklyn, buck, bud, buddy, buster, cale, cali, camino, can, carmel, cary, cash, cat, cem, chad, chance,
  chandler, charity, charlotte, chase, chelsea, cherry, cheyenne, chi, christ, christian, cielo, clark, clay,
  cloe, coco, cole, colt, cooper, coral, corona, crystal, dag, dai, daisy, dakota, dale, dallas, dalton,
  danish, darby, dash, dawn, dax, dean, delta, denver, destiny, dev, diamond, dick, dion, dock, doha, dollar,
  dom, dominica, don, dong, dora, dot, dove, drake, drew, duke, duc, dung, dusty, earl, ebony, eden, edge, eko,
  elle, else, emerald, emerson, erie, era, eros, este, esta, eve, ever, faith, fe, felicity, fidel, finn, flo,
  flora, florida, ford, forest, forrest, foster, fox, franc, france, franco, frank, freeman, gale, garnet, gay,
  gem, gene, genesis, georgia, german, ginger, golden, grace, grant, gray, grazia, green, grey, griffin, guy,
  hal, hale, happy, hardy, harley, harmony, harper, haven, hazel, heath, heaven, heide, hera, hero, holly,
  honey, honor, hope, horst, houston, hudson, hunter, imam, imperial, ina, india, indiana, ion, iris, israel,
  ivory, ivy, jackson, jade, jan, jasmine, jasper, java, jay, jazz, jet, jewel, jo, joy, jordan, judge, june,
  junior, juno, jupiter, justice, kale, kana, kane, karma, kay, kent, kenya, king, kip, kit, kobe, lady, lance,
  lane, lark, laurel, leader, lee, liberty, lien, lima, lin, lincoln, liv, london, long, lope, lore, lotus,
  lourdes, lovely, lucky, luna, lute, luxe, luz, mac, mack, madison, madonna, mae, magnolia, mai, major, malt,
  mans, march, marine, mark, marks, marlin, mars, marshall, mason, mat, mate, maverick, max, maxi, maximo, may,
  maya, melody, mercedes, mercy, meta, milan, miles, miller, min, mina, minerva, ming, miracle, misty, montana,
  monte, morgan, moses, moss, muse, nash, nat, natal, natale, neo, nero, neva, neve, nevada, newton, nice, nil,
  noble, noel, nola, noon, nord, nova, novella, nur, ocean, octave, octavia, ode, odessa, olive, olympia,
  omega, om, opal, ora, orange, ori, orion, page, pan, pandora, paris, parker, pat, patience, pax, paz, peace,
  pearl, penny, phoenix, pierce, pike, pink, pippa, piper, placide, poppy, porter, precious, price, prince,
  princess, prosper, providence, prudence, quest, raja, rain, raine, ram, rama, rani, raven, ray, reed, rein,
  remington, rex, rich, richmond, rico, rio, river, roch, romeo, robin, rocky, rod, rok, roma, rome, rosario,
  rose, royal, ruby, ruf, rush, rust, rusty, sa, sage, salem, salvador, san, sana, sari, santa, santiago,
  santana, santo, saturnin, savannah, scout, serenity, serge, sierra, silva, silver, sina, sister, sixte, skip,
  sole, star, sterling, stone, storm, summer, sun, sunny, sydney, tab, tam, tan, tea, tell, terra, texas, thor,
  tia, topaz, tory, trace, trinity, true, tudor, tuesday, ty, una, unique, unity, urban, val, vale, valencia,
  valentine, van, vega, velvet, venus, verity, verona, vesper, vesta, via, victoria, victory, viola, violet,
  virginia, vita, vital, viva, vivo, wade, walker, ward, warren, wat, wave, wells, west, weston, will, willow,
  wit, wolf, woody, wren, yang, yen, york, young, yuan, zen, zenith, zeno, zephyr, zoom, aria, siri, cortana,
  gemini, jenkins, ada, perl, elm, dart, swift, scala, haskell, euler, gauss, kali, debian, ubuntu, sakura,
  nikita, nokia, maven, gradle, groovy, rails, django, flask, jekyll, gatsby, ember, vue, angular, robot,
  selenium, cypress, mocha, jest, istanbul
`);

/** Capitalised words that make a pair of words something else than a person: places, firms, streets, offices, headings, days. */
export const notNames = listOf(`
  street, st, road, rd, avenue, ave, boulevard, blvd, lane, ln, drive, square, sq, court, ct, way, place,
  plaza, parkway, pkwy, terrace, circle, crescent, highway, hwy, close, gardens, hill, hills, heights, park,
  bridge, station, stadium, arena, airport, harbor, harbour, port, bay, beach, island, islands, isle, lake,
  river, valley, creek, falls, canyon, mountain, mountains, mount, mt, forest, desert, ocean, sea, gulf, coast,
  county, city, town, village, state, states, district, province, region, republic, kingdom, union, united,
  north, south, east, west, northern, southern, eastern, western, central, upper, lower, new, old, university,
  college, school, academy, institute, hospital, clinic, church, cathedral, museum, library, hotel, inn,
  restaurant, cafe, bar, theatre, theater, cinema, center, centre, mall, market, house, hall, tower, building,
  palace, castle, abbey, memorial, monument, cemetery, apartments, suites, suite, apt, unit, floor, box, inc, incorporated, ltd, limited,
  llc, llp, plc, corp, corporation, company, co, group, holding, holdings, gmbh, ag, kg, ohg, ug, se, sa, sas,
  sarl, srl, spa, sl, slu, bv, nv, oy, oyj, ab, as, asa, aps, kft, zrt, sp, ska, spolka, association,
  foundation, trust, fund, bank, capital, partners, associates, ventures, industries, international, global,
  systems, solutions, services, software, technologies, technology, tech, labs, studios, media, press, times,
  news, journal, magazine, records, pictures, entertainment, productions, airlines, motors, energy, insurance,
  consulting, enterprises, brothers, sons, stores, foods, pharma, award, awards, prize, cup, league,
  championship, open, tournament, festival, act, bill, law, code, rule, theorem, algorithm, method, effect,
  model, test, scale, index, syndrome, disease, equation, distribution, transform, function, process, protocol,
  license, licence, agreement, treaty, convention, amendment, article, chapter, section, part, book, volume,
  edition, version, figure, table, appendix, page, line, note, notes, monday, tuesday, wednesday, thursday,
  friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november,
  december, today, tomorrow, yesterday, christmas, easter, day, days, week, month, year, am, pm, the, a, an,
  and, or, but, if, in, on, at, by, for, with, from, to, of, is, are, was, were, be, been, has, have, had, do,
  does, did, can, could, would, should, may, might, must, shall, not, no, yes, ok, this, that, these, those,
  he, she, it, we, you, they, i, his, her, its, our, your, their, my, me, him, them, us, who, what, when,
  where, why, how, which, all, any, some, each, every, both, more, most, other, also, then, there, here, now,
  please, thanks, thank, dear, hello, hi, hey, regards, best, sincerely, kind, subject, sent, re, fwd, cc, bcc,
  date, time, address, phone, email, mail, fax, tel, mobile, name, number, id, type, status, value, total,
  amount, price, order, invoice, customer, client, user, admin, server, service, account, password, login, api,
  url, http, https, www, json, xml, html, css, sql, pdf, csv, data, file, error, warning, info, debug, null,
  true, false, none, undefined, class, string, object, array, list, map, set, get, post, put, delete, return,
  import, export, public, private, static, void, int, president, minister, chancellor, king, queen, prince,
  princess, pope, bishop, senator, governor, mayor, judge, justice, general, colonel, captain, sergeant,
  officer, director, manager, chairman, chair, secretary, speaker, editor, author, engineer, developer,
  designer, analyst, consultant, assistant, team, department, office, committee, council, commission, board,
  ministry, government, parliament, congress, senate, police, army, navy, force, american, english, british,
  french, german, spanish, italian, portuguese, dutch, polish, russian, chinese, japanese, korean, indian,
  european, african, asian, latin, greek, roman, christian, catholic, jewish, muslim, islamic, america,
  england, britain, france, germany, spain, italy, portugal, netherlands, poland, russia, china, japan, korea,
  india, europe, africa, asia, canada, australia, mexico, brazil, london, paris, berlin, madrid, rome,
  washington, york, california, texas, florida, virginia, carolina, dakota, angeles, francisco, diego, jose,
  antonio, clara, monica, barbara, rosa, cruz, fe, orleans, jersey, hampshire, zealand, rue, chemin, allee,
  allees, impasse, quai, cours, route, faubourg, villa, cite, lieu, mairie, ecole, lycee, universite, hopital,
  societe, entreprise, banque, ville, commune, departement, saint, sainte, ste, notre, nord, sud, est, ouest,
  lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, fevrier, mars, avril, mai, juin, juillet,
  aout, septembre, octobre, novembre, decembre, le, la, les, un, une, des, du, de, et, ou, mais, dans, sur,
  sous, pour, par, avec, sans, ce, cette, ces, il, elle, ils, elles, nous, vous, je, tu, son, ses, leur, leurs,
  sont, bonjour, cordialement, madame, monsieur, adresse, numero, nom, prenom, carte, commande, telephone,
  courriel, objet, strasse, weg, platz, ring, gasse, ufer, damm, bahnhof, flughafen, brucke, kirche, schule,
  universitat, krankenhaus, stadt, dorf, land, kreis, gemeinde, amt, verein, gesellschaft, versicherung,
  montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, januar, februar, marz, juni, juli,
  oktober, dezember, der, die, das, den, dem, ein, eine, einen, einem, und, oder, aber, wenn, dass, ist, sind,
  war, hat, haben, wird, werden, nicht, auch, fur, mit, von, zu, bei, nach, aus, auf, um, uber, er, sie, es,
  wir, ihr, ich, sein, seine, ihre, herr, frau, hallo, guten, sehr, bitte, danke, telefon, kunde, nummer,
  rechnung, vertrag, calle, avenida, paseo, carretera, camino, barrio, colonia, ciudad, pueblo, iglesia,
  escuela, universidad, banco, empresa, lunes, martes, miercoles, jueves, viernes, sabado, domingo, enero,
  febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, el, los, las,
  lo, y, o, pero, si, en, con, sin, que, esta, este, hola, gracias, estimado, estimada, direccion, nombre,
  telefono, correo, tarjeta, pedido, san, santa, santo, sao, via, viale, piazza, piazzale, corso, vicolo,
  largo, strada, contrada, citta, chiesa, scuola, universita, ospedale, banca, societa, comune, provincia,
  regione, lunedi, martedi, mercoledi, giovedi, venerdi, gennaio, febbraio, aprile, maggio, giugno, luglio,
  settembre, ottobre, dicembre, gli, e, ma, che, non, sono, della, dello, del, dei, delle, indirizzo, nome,
  cognome, ordine, ciao, gentile, straat, laan, plein, gracht, kade, singel, stad, gemeente, bedrijf, maandag,
  dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, januari, februari, maart, mei, augustus, het, een,
  maar, als, dat, niet, ook, naar, hij, zij, wij, beste, geachte, adres, naam, bestelling, ulica, ul, aleja,
  al, plac, pl, osiedle, os, miasto, gmina, powiat, wojewodztwo, szkola, uniwersytet, szpital, urzad, sad,
  wydzial, oddzial, dyrektor, kierownik, prezes, poniedzialek, wtorek, sroda, czwartek, piatek, sobota,
  niedziela, stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, wrzesnia, pazdziernika,
  listopada, grudnia, umowa, faktura, nip, pesel, regon, krs, nr, pan, pani, panu, panem, oraz, nie, jest, na,
  za, od, przez, dnia, rua, travessa, praca, estrada, alameda, rodovia, cidade, segunda, terca, quarta, quinta,
  sexta, janeiro, fevereiro, marco, maio, junho, julho, setembro, outubro, novembro, dezembro, uma, mas, com,
  sem, nao, sim, ola, endereco, cartao, gatan, vagen, torget, gata, vag, vej, gade, plads, gate, vei, katu,
  tie
`);

/** Words between a given name and a family name: of, of the, son of. */
export const particles = listOf(`
  de, da, do, dos, das, di, del, della, dello, degli, dei, delle, du, des, la, le, los, las, lo, van, von, vom,
  zu, zum, zur, der, den, dem, het, ten, ter, te, op, of, ben, bin, bint, ibn, abu, al, el, af, av,
  mac, mc, san, santa, st, saint, 't
`);

/** What may follow a family name and belongs to it. */
export const suffixes = listOf(`
  jr, sr, ii, iii, iv, v, i, phd, md, dvm, dds, esq, mba, cpa, bsc, msc, rn, obe, mbe, cbe, fils, père, neto,
  filho, júnior
`);

/** Titles and forms of address that stand right before a name and before nothing else. */
export const titles = listOf(`
  mr, mrs, ms, mister, messrs, dr, prof, professor, rev, reverend, mme, mmes, mlle, mlles, monsieur, madame,
  mademoiselle, me, maître, herr, herrn, frau, fräulein, dipl, señor, señora, señorita, sra, srta, dña, doña,
  signor, signora, signorina, sig, sigra, dott, dottssa, dottore, dottoressa, avv, geom, rag, dhr, mevr, mw,
  mevrouw, meneer, mijnheer, drs, senhor, senhora, dra, exmo, exma, fru, frøken, fröken, herra, rouva, hr,
  pana, panu, panem, panią, panie, państwo, sso, ssr, ssa, mec, adw, hab, inż, mgr, pán, paní, úr, dna, dl,
  kyrios, kyria, hon, sgt, capt, lt, maj
`);

/** Titles that are also everyday words: they count only before a name that is known. */
export const weakTitles = listOf(`
  miss, mx, sir, madam, lady, lord, sr, d, don, dona, dom, m, mm, pan, pani, ing, heer, mag, frère, sœur,
  brother, sister, father, mother, uncle, aunt, judge, president, minister, senator, captain, producer,
  director, actor, actress, singer, author, professor, coach, colonel, general, nurse, king, queen, prince,
  princess, pope, saint
`);

/** Labels and roles that stand before a name with a colon, a tab or a quote between. */
export const personLabels = listOf(`
  name, names, fullname, firstname, lastname, surname, forename, username, displayname, nickname, maiden,
  middlename, patient, employee, staff, worker, customer, client, contact, attn, attention, holder, cardholder,
  accountholder, owner, applicant, beneficiary, insured, policyholder, tenant, landlord, buyer, seller,
  borrower, lender, guarantor, witness, signed, signatory, signature, recipient, sender, author, from, to, cc,
  bcc, by, student, teacher, parent, guardian, member, subscriber, passenger, guest, driver, user, person,
  people, assignee, reporter, manager, supervisor, doctor, physician, nurse, agent, candidate, participant,
  attendee, attendees, participants, organizer, speaker, interviewer, interviewee, defendant, plaintiff,
  claimant, spouse, husband, wife, father, mother, child, son, daughter, directed, written, produced, nom,
  noms, prénom, prénoms, nommé, patiente, salarié, salariée, employé, employée, cliente, assuré, assurée,
  adhérent, titulaire, bénéficiaire, destinataire, expéditeur, locataire, propriétaire, acheteur, vendeur,
  signataire, signé, demandeur, demandeuse, interlocuteur, responsable, conseiller, élève, étudiant, de, à,
  pour, auteur, vorname, nachname, familienname, geburtsname, kunde, kundin, patientin, mitarbeiter,
  mitarbeiterin, arbeitnehmer, arbeitgeber, ansprechpartner, ansprechpartnerin, kontoinhaber, inhaber,
  inhaberin, versicherter, versicherte, versicherungsnehmer, antragsteller, antragstellerin, mieter, mieterin,
  vermieter, käufer, verkäufer, empfänger, absender, unterzeichner, gezeichnet, von, an, betreff,
  sachbearbeiter, sachbearbeiterin, zeuge, schüler, schülerin, nombre, nombres, apellido, apellidos, paciente,
  empleado, empleada, trabajador, trabajadora, titular, beneficiario, beneficiaria, asegurado, asegurada,
  solicitante, inquilino, propietario, comprador, vendedor, destinatario, remitente, firmado, contacto, alumno,
  alumna, para, nome, cognome, nominativo, paziente, dipendente, intestatario, intestataria, assicurato,
  assicurata, richiedente, proprietario, acquirente, venditore, mittente, firmato, referente, contatto,
  studente, lavoratore, lavoratrice, da, per, naam, voornaam, achternaam, klant, patiënt, medewerker,
  werknemer, werkgever, rekeninghouder, houder, verzekerde, aanvrager, huurder, verhuurder, koper, verkoper,
  ontvanger, afzender, contactpersoon, leerling, aan, van, apelido, sobrenome, funcionário, funcionária,
  trabalhador, segurado, segurada, requerente, proprietário, remetente, assinado, contato, aluno, aluna, imię,
  imiona, nazwisko, klient, klientka, pacjent, pacjentka, pracownik, pracodawca, posiadacz, właściciel,
  ubezpieczony, wnioskodawca, najemca, wynajmujący, kupujący, sprzedający, nabywca, sprzedawca, odbiorca,
  nadawca, podpisano, podpis, wystawił, wystawiła, odebrał, odebrała, sporządził, zatwierdził, kontakt,
  kontrahent, uczeń, przewodniczący, przewodnicząca, protokolant, sędzia, sędziowie, małżonek, małżonka,
  podatnik, rachunku, zebrania, powód, pozwany, świadek, zleceniobiorca, zleceniodawca, od, do, ja, navn, namn,
  fornavn, efternavn, etternavn, förnamn, efternamn, kund, medarbejder, ansatt, anställd, nimi, etunimi,
  sukunimi, asiakas, potilas, jméno, příjmení, zákazník, pacient, meno, priezvisko, név, ügyfél, beteg, nume,
  prenume, ime, priimek, prezime, isim, ad, soyad, soyadı, müşteri, hasta
`);

/** Words of greeting before a name. */
export const salutations = listOf(`
  dear, hi, hello, hey, bonjour, bonsoir, salut, cher, chère, coucou, liebe, lieber, hallo, moin, servus, hola,
  querido, querida, estimado, estimada, ciao, caro, cara, gentile, egregio, salve, beste, geachte, lieve, hoi,
  dag, olá, oi, prezado, prezada, cześć, drogi, droga, witaj, szanowny, szanowna, hej, hei, kære, kjære, bästa,
  hyvä, ahoj, milý, milá, vážený, vážená, szia, kedves, dragă, bună, sayın, merhaba, thanks, thx, regards,
  merci, danke, gracias, grazie, bedankt, obrigado, obrigada, dzięki
`);

/** Words right before a name that only a person's name follows: speech, kinship, introduction. */
export const introductions = listOf(`
  named, called, calls, said, says, asked, asks, told, tells, replied, wrote, writes, met, married, kid, wife,
  husband, son, daughter, mother, father, brother, sister, uncle, aunt, cousin, nephew, niece, grandmother,
  grandfather, grandma, grandpa, girlfriend, boyfriend, fiancé, fiancée, colleague, boss, friend, neighbour,
  neighbor, mom, mum, dad, i'm, am, me, appelle, nomme, appelé, appelée, dit, femme, mari, fils, fille, mère,
  père, frère, sœur, oncle, tante, collègue, ami, amie, voisin, voisine, suis, heiße, heißt, namens, sagte,
  sohn, tochter, mutter, vater, bruder, schwester, onkel, kollege, kollegin, freund, freundin, nachbar,
  nachbarin, bin, llamo, llama, dijo, esposa, marido, hijo, hija, madre, padre, hermano, hermana, tío, tía,
  amigo, amiga, soy, chiamo, chiama, disse, moglie, marito, figlio, figlia, fratello, sorella, zio, zia,
  collega, amico, amica, sono, chamo, esposo, filho, filha, mãe, pai, irmão, irmã, colega, sou, heet, zei,
  vrouw, man, zoon, dochter, moeder, vader, broer, zus, vriend, vriendin, buurman, ben, imię, żona, mąż, syn,
  córka, matka, ojciec, brat, siostra, kolega, koleżanka, jestem, hedder, heter, nazywam
`);

/** Words right after a name that only a person's name precedes. */
export const personVerbs = listOf(`
  said, says, asked, asks, told, tells, replied, wrote, writes, lives, lived, works, worked, thinks, thought,
  explained, added, married, died, smiled, laughed, nodded, signed, agreed, joined, resigned, retired, called,
  emailed, phoned, had, has, is, was, will, wants, needs, speaking, here, habite, travaille, dit, demande,
  souhaite, signe, wohnt, arbeitet, sagte, sagt, schrieb, bittet, möchte, vive, trabaja, dijo, dice, pide,
  abita, lavora, disse, chiede, woont, werkt, zei, zegt, vraagt, mora, trabalha, diz, pede, mieszka, pracuje,
  powiedział, powiedziała, oświadcza, zobowiązuje, prosi, złożył, złożyła
`);
