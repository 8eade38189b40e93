import Foundation

/// Something that a program cannot do for the reader, said in full: which file, option or number is wrong, and what
/// would work. It is shown as it is.
public struct Refusal: Error, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

/// An error in one sentence. Foundation's own errors print as debug output; their sentence is in another property.
public func sentence(for error: any Error) -> String {
    if let sentence = (error as? any LocalizedError)?.errorDescription { return sentence }
    guard let error = error as? CocoaError else { return String(describing: error) }
    return (error.filePath.map { $0 + ": " } ?? "") + error.localizedDescription
}
