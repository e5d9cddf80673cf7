/** Texts of our own, written for these tests. */

export const lease = `
This agreement is made between the owner of the boathouse at Lindwater, hereafter the Owner, and the rowing club of the same
town, hereafter the Club. The Owner lets the boathouse with its two slipways, the workshop and the gravel yard to the Club for a
term of eight years. The Club may store boats, oars and trailers there and may hold lessons and regattas, but shall not serve
meals to the public nor let any part of the building to others without written consent.
The rent is due on the first working day of each quarter and follows the consumer price index of the preceding calendar year.
If the Club is late by more than thirty days, the Owner may charge interest at the statutory rate, and after a second reminder may
end the agreement at the close of the season. The Owner keeps the roof, the outer walls and the pilings in good repair; the
Club looks after doors, windows, heating and everything that it has installed itself.
Both sides share the cost of dredging in equal parts, provided that the harbour master has found it necessary. Damage by ice,
flood or falling trees is borne by the Owner's insurance, of which the Club receives a copy every spring. The Club insures its
boats and its members and holds the Owner harmless against claims of visitors.
When the term ends the Club hands back the boathouse swept clean and free of fittings that cannot be removed without harm.
Should a clause turn out to be void, the remaining clauses stay in force and the parties agree on a valid one that comes closest
to what they meant. Disputes go first to the mediator of the county, then to the court at Lindwater.
`;

export const otherEnglish = `
The club met on a wet evening to talk about the coming season. Two of the older boats need new riggers, and the workshop roof
drips on the varnishing bench again. Members agreed to spend a weekend in March on repairs, with soup provided by the treasurer.
The regatta will be held in June as usual, and the harbour master has promised buoys. Somebody asked whether the rent would go
up; the chairman answered that this depends on prices in general and that nothing has been decided. New members are welcome on
Saturdays and should bring dry clothes, a towel and some patience. The juniors won three medals last year and hope for more.
`;

export const notice = `
Le présent avis s'adresse à tous les locataires de la résidence des Tilleuls. Les travaux de ravalement commenceront au début du
printemps et dureront environ quatre mois. Pendant cette période, les balcons devront être entièrement vidés et les volets resteront
fermés les jours où les échafaudages seront déplacés. L'entreprise s'engage à nettoyer les parties communes chaque vendredi et à
prévenir les habitants au moins deux jours à l'avance de toute coupure d'eau. Les plantes pourront être confiées au gardien.
Toute dégradation constatée devra être signalée par écrit au syndic, qui transmettra la demande à l'assureur du chantier. Les frais
seront répartis selon les tantièmes votés lors de la dernière assemblée, sans appel de fonds supplémentaire avant l'automne.
`;

export const otherFrench = `
La gardienne de la résidence prend sa retraite au printemps, après quatre lustres passés dans l'immeuble. Les locataires ont décidé
de lui offrir un voyage et un tilleul à planter dans son jardin. Une fête aura lieu dans la cour un vendredi soir, avec de la musique
et des tartes aux pommes. Chacun est prié d'apporter une chaise et de prévenir le syndic s'il compte venir avec des enfants. Les
travaux de la cour seront terminés à temps, du moins l'entreprise le promet, et les volets de la loge ont été repeints en bleu.
`;

/** A form: what its fields hold is given by the caller. */
export const form = (field: (name: string) => string): string => `
Report of an accident at work. Please fill in every field in block capitals and hand the form to your supervisor on the same day.
Name of the injured person: ${field('name')}   Personnel number: ${field('number')}
Date and time of the accident: ${field('date')}   Place: ${field('place')}
Describe in your own words what happened, which machine or tool was involved and what the person was doing at that moment.
${field('story')}
Was protective equipment worn as the instructions of the department require, and was it checked before the shift began? ${field('worn')}
Names of witnesses who saw the accident or came to the place immediately afterwards: ${field('witness')}
First aid was given by: ${field('aid')}
The supervisor confirms that the place was secured, that photographs were taken before anything was moved and that the safety
officer was told without delay. A copy of this report goes to the works council and to the insurer within three days. ${field('signed')}
`;

/** A letter around some passage. */
export const letterAround = (passage: string): string =>
  `Dear Robin, thanks for lunch, it was lovely to see you. Here is the passage you asked about, what do you think? ${passage} Call me tonight, I am at home from seven. All the best, Sam`;
