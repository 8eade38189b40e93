/// Something that the board cannot do, said in full: what was asked, and what would work.
public struct BoardError: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
