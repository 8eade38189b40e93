// The words of a small language: film reviews in simple English, of which everything is known.

import Tensors

/// What a film is about. Each topic has nouns and verbs of its own.
public enum ReviewTopic: String, CaseIterable, Sendable {
    case western, space, crime, romance, horror, music

    /// In the singular.
    var nouns: [String] {
        switch self {
        case .western: ["cowboy", "horse", "sheriff", "saloon", "gunfight", "desert", "rancher", "outlaw"]
        case .space: ["planet", "robot", "spaceship", "alien", "captain", "galaxy", "astronaut", "station"]
        case .crime: ["detective", "murder", "gangster", "lawyer", "robbery", "witness", "cop", "clue"]
        case .romance: ["bride", "kiss", "wedding", "lover", "letter", "dancer", "heart", "garden"]
        case .horror: ["ghost", "vampire", "zombie", "monster", "castle", "scream", "grave", "nightmare"]
        case .music: ["singer", "song", "guitar", "concert", "drummer", "band", "melody", "stage"]
        }
    }

    /// Those that somebody can play.
    var people: [String] {
        switch self {
        case .western: ["cowboy", "sheriff", "rancher", "outlaw"]
        case .space: ["robot", "alien", "captain", "astronaut"]
        case .crime: ["detective", "gangster", "lawyer", "witness", "cop"]
        case .romance: ["bride", "lover", "dancer"]
        case .horror: ["ghost", "vampire", "zombie", "monster"]
        case .music: ["singer", "drummer"]
        }
    }

    /// In the plural; the singular has an s.
    var verbs: [String] {
        switch self {
        case .western: ["ride", "shoot", "gamble"]
        case .space: ["travel", "explore", "land"]
        case .crime: ["steal", "lie", "investigate"]
        case .romance: ["dance", "smile", "dream"]
        case .horror: ["scream", "hide", "haunt"]
        case .music: ["sing", "play", "listen"]
        }
    }
}

/// Words that any review may have.
enum ReviewWords {
    static let parts = [
        "actor", "story", "scene", "ending", "character", "dialogue", "plot", "director", "picture", "script", "effect",
        "performance", "joke", "idea", "hero",
    ]
    static let good = [
        "great", "wonderful", "brilliant", "charming", "moving", "funny", "clever", "beautiful", "superb",
        "touching", "delightful", "excellent", "fresh", "honest", "lovely", "splendid", "gripping", "witty",
        "elegant", "graceful", "thrilling", "tender", "magical", "vivid", "radiant", "masterful",
        "heartfelt", "captivating", "subtle", "warm", "joyful", "playful", "stunning", "dazzling", "enchanting",
        "original", "memorable", "powerful", "unforgettable", "perceptive", "poetic", "hilarious", "exciting",
        "remarkable", "flawless", "absorbing", "inventive", "refreshing", "satisfying", "rich", "lively", "sincere",
        "uplifting", "riveting", "luminous", "polished", "engaging", "nuanced", "endearing", "masterly", "sparkling",
        "adorable", "admirable",
    ]
    static let bad = [
        "awful", "boring", "terrible", "dull", "stupid", "weak", "predictable", "horrible", "clumsy", "flat",
        "painful", "lifeless", "silly", "cheap", "dreadful", "tedious", "pointless", "lazy", "shallow", "annoying",
        "bland", "pathetic", "messy", "ridiculous", "unbearable", "forgettable", "stale", "wooden", "hollow",
        "sloppy", "tiresome", "confusing", "incoherent", "amateurish", "grating", "insipid", "lame", "ugly",
        "pretentious", "laughable", "miserable", "dreary", "ludicrous", "overlong", "muddled", "cynical", "clichéd",
        "sluggish", "soulless", "irritating", "embarrassing", "inept", "idiotic", "mediocre", "uninspired",
        "plodding", "contrived", "obnoxious", "repetitive", "tacky", "witless", "atrocious", "abysmal",
    ]
    static let neutral = ["old", "new", "long", "short", "first", "last", "young", "other", "early", "main"]
    static let goodVerbs = [
        "enjoyed", "loved", "liked", "admired", "adored", "savoured", "treasured", "cherished",
    ]
    static let badVerbs = [
        "hated", "disliked", "regretted", "suffered through", "endured", "detested", "loathed", "resented",
    ]
    static let places = [
        "in the film", "near the end", "of the book", "in the first half", "on the screen", "from the play",
    ]
    static let strong = ["very", "really", "truly", "so", "simply", "just"]

    /// The plural of a noun: “stories”, “witnesses”, “actors”.
    static func plural(_ noun: String) -> String {
        if noun.hasSuffix("ss") || noun == "hero" { return noun + "es" }
        return noun.hasSuffix("y") && !noun.hasSuffix("oy") ? noun.dropLast() + "ies" : noun + "s"
    }

    /// A name like “Marilo Tenders”: syllables in many combinations, most of which are rare.
    static func name(using random: inout SplitMix64) -> String {
        func part(_ starts: [String], _ ends: [String]) -> String {
            // The first ones are picked more often.
            let (a, b) = (random.even() * random.even(), random.even() * random.even())
            return starts[Int(a * Float(starts.count))] + ends[Int(b * Float(ends.count))]
        }
        let first = part(
            ["Ma", "Jo", "El", "Ro", "Li", "Ka", "Pe", "Da", "Su", "Vi", "Ha", "Bo"],
            ["rilo", "nas", "la", "bert", "sa", "rin", "ter", "vid", "sanne", "ctor"])
        let last = part(
            ["Ten", "Gar", "Win", "Hol", "Mar", "Lin", "Fer", "Bro", "Stan", "Kel", "Du", "Rav"],
            ["ders", "field", "ston", "lo", "der", "wick", "by", "vane", "mont", "lin"])
        return first + " " + last
    }
}
