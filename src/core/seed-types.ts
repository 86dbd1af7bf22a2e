// Written by `npm run types:seeds` from seeds/schemas. Do not edit.

/** Group of map layers a zone belongs to. */
export type LayerGroup =
  'ecological-redline' | 'two-screens-three-belts' | 'water-control' | 'drinking-water' | 'atmosphere' | 'other'
/** What a zone is about. */
export type Theme =
  | 'ecological'
  | 'development'
  | 'water'
  | 'admin'
  | 'atmosphere'
  | 'soil'
  | 'monitoring'
  | 'drinking-water'
  | 'agriculture'
  | 'noise'
  | 'other'
/** What a rule does. `restrict`: “原则上不”, “严格限制”. `manage`: work is to be done, no ban and no duty on a project. */
export type Effect = 'prohibit' | 'restrict' | 'require' | 'manage' | 'encourage' | 'target'
/** What a rule governs. Only `siting`, `activity-ban`, `project-condition` and `operation` decide a verdict. */
export type RuleClass =
  'siting' | 'activity-ban' | 'project-condition' | 'operation' | 'programme' | 'target' | 'status'
/** How a fact is compared. */
export type Op = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in'
/** Document the catalogue asks for, weakest first. `none`: no environmental impact assessment. */
export type EiaClass = 'none' | 'registration' | 'table' | 'report'
/** When a clause holds. `true`: whatever is left; columns are read from the strictest down, and a condition takes for granted that no stricter column holds. */
export type EiaWhen =
  | true
  | {
      /** Every one must hold. */
      all: EiaWhen[]
    }
  | {
      /** One suffices. */
      any: EiaWhen[]
    }
  | {
      /** What must not hold. */
      not: EiaWhen
    }
  | {
      /** `true`: one of those the item lists. A list: one of these area ids. */
      sensitive: true | string[]
    }
  | {
      /** Zone id. */
      zone: string
      /** Fact (facts.json) that settles it for whoever knows. */
      ask: string
    }
  | Comparison
/** One clause of a column, as the catalogue words it. */
export type EiaClause =
  | {
      /** The words of the clause. */
      text: Text
      /** When it holds. */
      when: EiaWhen
    }
  | {
      /** The words of the clause. */
      text: Text
      /** Name of the yes-or-no fact: eia, item, column, clause. */
      ask: string
    }

/** A kind of project or conduct that rules speak about (activities.json). */
export interface Activity {
  /** Stable id; never reused. */
  id: string
  /** Name of the activity. */
  name: Text
  /** Wider activities; their rules reach this one too. */
  broader?: string[]
  /** What a reader must know. */
  note?: Text
}
/** One text in both languages. Neither may be left out. */
export interface Text {
  /** Plain Chinese; a name as in the document. */
  zh: string
  /** English; Chinese words only where they are quoted. */
  en: string
}
/** A verbatim quote and where it starts in the source text. */
export interface Quote {
  /** The words, character for character, misprints included. */
  text: string
  /** Start in the source text, UTF-16 units from 0. */
  offset: number
}
/** A figure the document gives for a zone. */
export interface Figure {
  /** What is measured. */
  name: Text
  /** How the value binds: equal, at least (≥), at most (≤), about (≈), a range, or a decrease by. */
  op: string
  /** The figure as printed: a number, a range or class in words, or null where the document prints none. */
  value: number | string | null
  /** Unit: m, km, m2, km2, mu, %, dB, class, count … Powers of ten are written out (10^4 m2). Empty for a value in words. */
  unit: string
  /** Year the value is for. */
  year?: number
  /** What a reader must know about the value. */
  note?: Text
}
/** One comparison of a fact with a value. */
export interface Comparison {
  /** Fact id (facts.json). */
  param: string
  /** Comparison; `in` takes a list of choices. */
  op: Op
  /** Value in the unit of the fact, or choice ids. */
  value: number | boolean | string | string[]
}
/** When a rule holds: all of `all`, and at least one of `any`. */
export interface Condition {
  /** Every one must hold. */
  all?: Comparison[]
  /** At least one must hold. */
  any?: Comparison[]
}
/** A figure the rule sets. */
export interface Threshold {
  /** What is measured. */
  metric: Text
  /** How the value binds: equal, at least (≥), at most (≤), about (≈), a range, or a decrease by. */
  op: string
  /** The figure as printed: a number, a range or class in words, or null where the document prints none. */
  value: number | string | null
  /** Unit: m, km, m2, km2, mu, %, dB, class, count … Powers of ten are written out (10^4 m2). Empty for a value in words. */
  unit: string
  /** Year the value is for. */
  year?: number
  /** What a reader must know about the value. */
  note?: Text
}
/** One rule, with the words it rests on. */
export interface Rule {
  /** Stable id; never reused. */
  id: string
  /** The rule in one short line. */
  title: Text
  /** What the rule does. */
  effect: Effect
  /** What the rule governs. */
  class: RuleClass
  /** `new`: only for what is yet to be built (fact `isNew`). `any`: also for what exists. */
  stage: 'any' | 'new'
  /** `literal`: the quote says it. `implied`: it follows from a name or an order. `by-reference`: another document holds the content. */
  basis: 'literal' | 'implied' | 'by-reference'
  /** Wording from 1 (may) to 5 (must not), for the order of the list. */
  strictness: 1 | 2 | 3 | 4 | 5
  /** Zones where the rule holds. */
  zones: string[]
  /** Activities the rule is about; narrower ones are included. */
  activities: string[]
  /** Activities the rule does not reach. */
  except?: string[]
  /** Activities for which the rule is a condition, not a ban. */
  conditionalFor?: string[]
  /** Where given, the ban is absolute for these alone and a condition for the rest. */
  absoluteFor?: string[]
  /** Facts under which the rule holds; absent where it always does. */
  appliesIf?: Condition
  /** Subject code (subjects.json): who must act. */
  subject: string
  /** Figures the rule sets. */
  thresholds?: Threshold[]
  /** `plan`: as long as the document stands. `named`: the quote itself names the planning period or a year. `record`: tells what was done before. `outlook`: a goal after the term. */
  term: 'plan' | 'named' | 'record' | 'outlook'
  /** The deadline the rule sets. */
  deadline?: {
    /** Last day, ISO. */
    by: string
    /** The words of the deadline. */
    text: Text
  }
  /** Heading of the paragraph, as in the source. */
  paragraph?: string
  /** The words the rule rests on, verbatim: a plan's rule has them, a statute's rule never. */
  quote?: Quote
  /** Of a statute's rule: the number of its article. */
  article?: number
  /** Of a statute's rule: what the article asks, in our own words. */
  wording?: Text
  /** Of a statute's rule: the article of an older law it took the place of. */
  replaces?: string
  /** Further places that say the same or complete it. */
  also?: Quote[]
  /** Documents that hold the details. */
  delegatesTo?: string[]
  /** What a reader must know: doubt, misprint, inference. */
  note?: Text
}
/** Two sides of one document that ask for opposite things (`seeds/<source>/conflicts.json`). Told wherever a project meets both sides; neither is dropped. */
export interface Contradiction {
  /** Stable id; never reused. */
  id: string
  /** What stands against what, in one short line. */
  title: Text
  /** The two sides, each by the ids of its rules. */
  rules: string[][]
  /** Where the words collide, and how the engine reads them meanwhile. */
  why: Text
}
/** One column of an item: it holds when one of its clauses does. */
export interface EiaColumn {
  /** Clauses in order. */
  clauses: EiaClause[]
  /** “以上均不含…”: takes the whole column away. */
  unless?: EiaClause
}
/** One item of the catalogue (items.json). */
export interface EiaItem {
  /** Number in the catalogue. */
  no: number
  /** Major category. */
  category: {
    /** Chinese numeral, as printed. */
    no: string
    /** Its name, without industry codes. */
    name: Text
  }
  /** Name of the item, without industry codes. */
  name: Text
  /** Industry codes of GB/T 4754-2017 the item gives. */
  codes?: string[]
  /** Those of the codes marked “*”, where not all are: only production in industrial buildings. */
  industrialOnly?: string[]
  /** Outside this the item does not reach a project: “*”, or a size in its name. */
  scope?: EiaWhen
  /** 环境影响报告书; null where the catalogue prints “/”. */
  report: EiaColumn | null
  /** 环境影响报告表; null where the catalogue prints “/”. */
  table: EiaColumn | null
  /** 环境影响登记表; null where the catalogue prints “/”. */
  registration: EiaColumn | null
  /** Sensitive areas that count for the item (sensitive-areas.json); absent where none do. */
  sensitive?: string[]
  /** Activities (activities.json) the item belongs to; absent for works at sea. */
  activities?: string[]
  /** What a reader must know: doubt, reading. */
  note?: Text
}
/** A kind of environmentally sensitive area of article 3 (sensitive-areas.json). */
export interface EiaArea {
  /** Stable id; never reused. */
  id: string
  /** Group of article 3. */
  group: '一' | '二' | '三'
  /** Name, as in the catalogue. */
  name: Text
  /** Name of the yes-or-no fact for whoever knows whether the project touches it. */
  ask: string
  /** Zones that realise it; empty: nothing is drawn for it here (未划示). */
  zones: {
    /** Zone id (zones.json). */
    zone: string
    /** How far lying in the zone proves the area. `certain`: they are the same, so lying outside disproves it too. */
    atMost: 'certain' | 'asDrawn' | 'possible'
    /** The same where the zone is only taken over from a narrower one. */
    inherited?: 'certain' | 'asDrawn' | 'possible'
  }[]
  /** Why there can be none in the district. */
  absent?: Text
  /** What a reader must know: doubt, inference. */
  note?: Text
}
/** The catalogue as a document (source.json). */
export interface EiaSource {
  /** Name of the folder. */
  id: string
  /** A catalogue, neither plan nor statute. */
  kind: 'catalogue'
  /** Document number, as printed. */
  number: string
  /** Full title. */
  title: Text
  /** Who issued it. */
  issuer: Text
  /** In force from, ISO. */
  inForce: string
  /** Which edition it is, and what is known of its revision. */
  status: Text
  /** How the items were read. */
  reading: Text
  /** Articles an answer refers to. */
  articles: {
    /** Chinese numeral. */
    no: string
    /** What it says, in short. */
    text: Text
  }[]
  /** General notes of the catalogue. */
  notes: Text[]
  /** Names of the classes, weakest first. */
  classes: {
    /** The class. */
    id: EiaClass
    /** Its name. */
    name: Text
  }[]
}
/** A fact a rule may ask for (facts.json). */
export interface Fact {
  /** Name of the parameter, with its unit: `floorAreaM2`. */
  id: string
  /** Short name. */
  name: Text
  /** The question put to the user. */
  question: Text
  /** What an answer is. */
  type: 'number' | 'boolean' | 'choice'
  /** Unit of a number. */
  unit?: string
  /** Possible answers of a choice. */
  choices?: {
    /** Id that conditions use. */
    id: string
    /** Name of the choice. */
    name: Text
  }[]
}
/** A term of the field and what it means, in words anybody knows (glossary.json). */
export interface GlossaryTerm {
  /** Name of the entry. */
  id: string
  /** How the term is written in texts; the first is its name. */
  words: {
    /** In Chinese. */
    zh: string[]
    /** In English, in any case. */
    en: string[]
  }
  /** One plain line. */
  means: Text
}
/** One row of an indicator table (`seeds/<source>/indicators.json`). Values are as printed; “-” where the table has a dash. */
export interface Indicator {
  /** Table and row. */
  id: string
  /** Number of the table (专栏). */
  box: number
  /** Row number, as printed. */
  no: number
  /** Part of a numbered row. */
  sub?: string
  /** Heading of the group of rows. */
  category: Text
  /** Second heading. */
  group?: Text
  /** Name of the indicator. */
  name: Text
  /** Unit. */
  unit: string
  /** `binding`: 约束性. `anticipatory`: 预期性. */
  kind: 'binding' | 'anticipatory'
  /** Target for 2020. */
  target2020?: Text
  /** Value in 2020. */
  value2020?: Text
  /** Target for 2025. */
  target2025?: Text
  /** Remark of the table, or of the reader where the table has none. */
  remark?: Text
  /** Footnotes of the table. */
  footnotes?: Text[]
  /** `lower`: less of it is better; our reading. Absent where more is. */
  better?: 'lower'
  /** Zones it concerns; our reading. */
  zones?: string[]
  /** Rules that set it or serve it; our reading. */
  rules?: string[]
  /** Name of the row in the text. */
  quote: Quote
}
/** Whom to ask where a zone is (offices.json). */
export interface Office {
  /** Stable id. */
  id: string
  /** Name of the office. */
  name: Text
  /** What it can tell. */
  knows: Text
}
/** Key projects by field, and their funding (`seeds/<source>/projects.json`). */
export interface ProjectGroup {
  /** Stable id. */
  id: string
  /** `field`: a count of projects. `funding`: an amount. `total`: what the text gives as their sum. */
  kind: 'field' | 'funding' | 'total'
  /** Field or source of funds. */
  name: Text
  /** Number of projects. */
  count?: number
  /** Amount in 100 million yuan (亿元). */
  amount100MYuan?: number
  /** Zones it concerns; our reading. */
  zones?: string[]
  /** Rules that set it or serve it; our reading. */
  rules?: string[]
  /** The words that give the figure. */
  quote: Quote
}
/** One file: `seeds/<source>/rules/<chapter>.<section>.json`. */
export interface RuleFile {
  /** Chapter the rules stand in; 0 for notice and preface. */
  chapter: number
  /** Section, or null for words before the first section (file `<chapter>.0.json`). */
  section: number | null
  /** Rules in the order of the text. */
  rules: Rule[]
}
/** A document (`seeds/<id>/source.json`). */
export interface Source {
  /** Name of the folder. */
  id: string
  /** `plan`: a plan with a term. `statute`: a law. */
  kind: 'plan' | 'statute'
  /** Document number, as printed. */
  number?: string
  /** Full title. */
  title: Text
  /** Who issued it. */
  issuer: Text
  /** Issued, ISO. */
  issued: string
  /** Planning period of a plan; of a statute the time it is in force. */
  term: {
    /** First day, ISO. */
    from: string
    /** Last day, ISO; absent while no end is set. */
    until?: string
  }
  /** Last day of the outlook, ISO. */
  outlook?: string
  /** Status today, and what is known of it. */
  status: Text
  /** Public address. */
  publicUrl?: string
  /** Plain text the offsets count in, a file of the folder. */
  text?: string
  /** Chapters in order. */
  chapters: {
    /** Number; 0 for notice and preface. */
    no: number
    /** Title with its number, as printed. */
    title: Text
    /** Sections in order; empty where there are none. */
    sections: {
      /** Number within the chapter. */
      no: number
      /** Title with its number, as printed. */
      title: Text
    }[]
  }[]
}
/** Who a rule speaks to (subjects.json). */
export interface SubjectCode {
  /** Code used by `subject` of a rule. */
  id: string
  /** Name of the subject. */
  name: Text
  /** True where its requirement is a condition on whoever builds or operates. */
  bindsProject: boolean
}
/** A place or kind of place that a document names (zones.json). */
export interface Zone {
  /** Stable id; never reused. */
  id: string
  /** Name of the zone. */
  name: Text
  /** Other names in the documents. */
  aliases?: string[]
  /** What the zone is about. */
  theme: Theme
  /** Layer group on the map. */
  group: LayerGroup
  /** What the zone is on the ground. */
  shape: 'polygon' | 'line' | 'point'
  /** Office id (offices.json) that knows where the zone is. */
  office: string
  /** Wider zones whose rules hold here too. */
  inherits?: string[]
  /** Zone the documents say it lies in; where that one is drawn, it bounds this one. */
  liesIn?: string
  /** Zone this one is a part of; its rules hold here too. */
  partOf?: string
  /** Zones worth reading next; without effect. */
  related?: string[]
  /** This zone is `within` less `of`. */
  complement?: {
    /** Zone that is taken away. */
    of: string
    /** Zone it is taken from. */
    within: string
  }
  /** False for places outside the district that the document only names. */
  inDistrict?: false
  /** Figures the document gives for the zone. */
  figures?: Figure[]
  /** How well the document says where the zone is. */
  located: {
    /** Best hint the document gives. */
    level: string
    /** What the level alone does not say. */
    detail?: Text
  }
  /** Documents that hold the boundary. */
  definedIn?: string[]
  /** Where the document names the zone; the first is shown. */
  quotes: Quote[]
  /** What a reader must know. */
  note?: Text
}
