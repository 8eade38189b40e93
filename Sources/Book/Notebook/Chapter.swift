// A chapter is a notebook. It is a class because its sections share what is costly to load; it lists its
// sections in order; and its executable is two lines:
//
//     import Chapter04
//     DigitClassifier.main()
//
// Everything else (options, output, figures, the closing table) is the same for all chapters and lives in this module.

import Common

/// A chapter of the book: what it is called, its sections in order, and what they share.
///
///     public final class DigitClassifier: Chapter {
///         public static let number = 4
///         public static let title = "Under the hood: training a digit classifier"
///         public static let sections: [Section<DigitClassifier>] = [
///             Section("Pixels", DigitClassifier.pixels),
///             Section("Pixel similarity", DigitClassifier.pixelSimilarity),
///         ]
///         public init(_ run: Run) { … }
///     }
///
/// Sections may run alone and in any selection, so whatever two of them share is a property of the class, made by
/// ``Run/once(file:line:column:function:_:)`` when the first of them asks.
public protocol Chapter: AnyObject {
    /// The chapter's number in the book.
    static var number: Int { get }

    /// The chapter's title in the book.
    static var title: String { get }

    /// The sections in the book's order. Reading them must not load anything: `--list` shows them at once.
    static var sections: [Section<Self>] { get }

    /// Whether this is no chapter of the book but a tool that is made like one: it reports under its own title, without
    /// numbers. False by default.
    static var isTool: Bool { get }

    /// What the executable is called, by default `ch` and the number in two digits.
    static var executableName: String { get }

    /// About how long a run takes on two cores, by its size; printed in the header and by `--list`.
    static var durations: [RunSize: Duration] { get }

    /// What `--help` says about options that only this chapter has, a line for each; see ``FileOptions``.
    static var ownOptions: [String] { get }

    /// A chapter that is about to run. Keep `run`, and say which data the chapter needs with
    /// ``Run/data(_:standIn:generate:)``; load nothing yet.
    init(_ run: Run) throws
}

extension Chapter {
    public static var durations: [RunSize: Duration] { [:] }

    public static var ownOptions: [String] { [] }

    public static var isTool: Bool { false }

    public static var executableName: String { number < 10 ? "ch0\(number)" : "ch\(number)" }

    /// Runs the chapter as a program: reads the options, runs the sections, prints, and exits when something is wrong.
    /// - Parameter arguments: the options; those of the command line when nil.
    public static func main(_ arguments: [String]? = nil) {
        beginProgram()
        ChapterCommand<Self>.main(arguments)
    }
}

/// One section of a chapter: a title and the methods that are its page.
public struct Section<ChapterType>: Sendable {
    public let title: String
    let body: @Sendable (ChapterType) throws -> Void

    /// - Parameter parts: methods without arguments, in the order of the page: `DigitClassifier.pixels`.
    public init(_ title: String, _ parts: (@Sendable (ChapterType) -> () throws -> Void)...) {
        self.title = title
        body = { chapter in for part in parts { try part(chapter)() } }
    }
}
