/// Something that a program cannot do for the reader, said in full: which file, option or number is wrong, and what
/// would work. It is shown as it is.
public struct Refusal: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
