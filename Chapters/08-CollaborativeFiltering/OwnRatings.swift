// `swift run ch08 --rate`: an option that the other chapters do not have.

import Notebook

extension CollaborativeFiltering {
    /// Whether the reader wants to rate films.
    @TaskLocal public static var isRating = false

    public static let ownOptions = [
        "--rate: rate ten films at the keyboard, and see which others are for you, and why (section 8.8)."
    ]

    /// Runs the chapter as a program that also understands `--rate`.
    public static func mainWithRating() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let others = arguments.filter { $0 != "--rate" }
        if others.count == arguments.count { return main(others) }
        $isRating.withValue(true) { main(others + ["--section", "8"]) }
    }
}
