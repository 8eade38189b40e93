// Tokens that no writer has written: they say something about the text.

/// The nine special tokens, in the order in which a vocabulary begins with them.
public enum SpecialToken: String, CaseIterable, Sendable {
    /// A word that the vocabulary does not have.
    case unknown = "xxunk"
    /// Fills a short text up to the length of a longer one.
    case padding = "xxpad"
    /// A text begins.
    case beginning = "xxbos"
    /// A text ends.
    case end = "xxeos"
    /// A field of a table begins.
    case field = "xxfld"
    /// A sign is repeated: its number and the sign follow.
    case repetition = "xxrep"
    /// A word is repeated: its number and the word follow.
    case wordRepetition = "xxwrep"
    /// The next word was in capitals.
    case capitals = "xxup"
    /// The next word began with a capital.
    case capital = "xxmaj"

    /// Its number in every vocabulary.
    public var id: Int { SpecialToken.allCases.firstIndex(of: self)! }

    var scalars: Scalars { Scalars(of: rawValue) }
}
