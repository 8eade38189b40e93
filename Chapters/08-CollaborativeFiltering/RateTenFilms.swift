// `swift run ch08 --rate`: an option that the other chapters do not have. It runs a chapter of one page, which asks the
// reader.

import Common
import Foundation
import Notebook

extension CollaborativeFiltering {
    public static let ownOptions = [
        "--rate: rate ten films, and get recommendations with reasons (section 8.7)."
    ]

    /// Runs the chapter as a program that also understands `--rate`.
    public static func mainWithRating() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let others = arguments.filter { $0 != "--rate" }
        if others.count == arguments.count { main(others) } else { FilmAdviser.main(others) }
    }
}

/// The conversation about ten films.
final class FilmAdviser: Chapter {
    static let number = 8
    static let title = "Ten Films of Yours"
    static let sections: [Section<FilmAdviser>] = [Section("Rate ten films", FilmAdviser.conversation)]

    private let chapter: CollaborativeFiltering

    init(_ run: Run) throws { chapter = try CollaborativeFiltering(run) }

    func conversation() throws {
        try chapter.rateTenFilms { question in
            FileHandle.standardOutput.write(Data(question.utf8))
            return readLine()
        }
    }
}
