// # A file of numbers
//
// Section 8.1 · After this page you know how a table is stored in lines of text, and what a reader of files must do
// with lines that are wrong.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors

// Where do the numbers come from? MovieLens 100K is a folder with a few files of text. The ratings are in `u.data`, one
// on each line, with a tab between two columns, and without a line of names at the top:
//
//     196	242	3	881250949
//
// In the book, a library reads such a file in one call. Reading one line is not difficult. `ratingInLine` cuts it at
// the tabs and makes a number of each piece:

/// User, film, rating and time in a line of `u.data`; nil if these are not four whole numbers.
public func ratingInLine(_ line: String) -> (user: Int, film: Int, rating: Int, time: Int)? {
    let numbers = line.split(separator: "\t", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 4, let user = numbers[0], let film = numbers[1], let rating = numbers[2],
        let time = numbers[3]
    else { return nil }
    return (user, film, rating, time)
}

extension CollaborativeFiltering {
    func oneLine() throws {
        let line = "196\t242\t3\t881250949"
        show(
            ratingInLine(line)!.rating, "rating in the line", ask: "Which rating is in the line “196 242 3 881250949”?")

        // So far so good. But this reader makes nothing of a line that is slightly different, and says nothing about
        // why. Files have gone through many hands: an editor may have put an invisible mark at the beginning (the
        // *byte-order mark* of Windows), and another system may end its lines differently.
        let withReturn = line + "\r"
        show(ratingInLine(withReturn) == nil, "nothing was read from a line that ends as on Windows")
    }

    func damagedRatings() throws {
        // The reader that this chapter uses (`MovieLens`, in the module Datasets) reads the file in pieces and keeps
        // nothing but the numbers, so that a file with 25 million ratings takes no more memory than these numbers need.
        // It takes what is harmless as it is meant, and refuses the rest with the line that is to blame:
        var table = TextTable(["what is special", "result"])
        let good = "196\t242\t3\t881250949\n"
        let files: [(what: String, text: String)] = [
            ("nothing", good + good), ("lines end as on Windows", "196\t242\t3\t881250949\r\n"),
            ("a byte-order mark", "\u{FEFF}" + good), ("a column is missing", good + "186\t302\t3\n"),
            ("a word for a number", good + "186\tKolya\t3\t891717742\n"), ("six stars", "186\t302\t6\t891717742\n"),
            ("a film that is not in the list", good + "186\t999\t3\t891717742\n"), ("nothing is there", ""),
        ]
        for (what, text) in files { table.add(what, try readingResult(text)) }
        show(table, "What the reader makes of files with something special")

        // Why not pass over bad lines in silence? Because then the first person to notice would be the one who wonders
        // why the model is so bad. What if the fourth column is missing everywhere? Then nothing is wrong: the time is
        // not needed, and it is the same in all lines. A file in which *some* lines have three columns was cut or mixed
        // up.
    }
}

// MARK: Helpers

extension CollaborativeFiltering {
    /// What reading a file with this text gives, in words, without the file's folder.
    private func readingResult(_ text: String) throws -> String {
        let films = [242, 302].map { Film(Int32($0), "Film \($0)") }
        return try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("u.data")
            try Data(text.utf8).write(to: file)
            do {
                let count = try MovieLens.readRatings(file, of: films).count
                return "\(count) \(count == 1 ? "rating" : "ratings")"
            } catch let error as DatasetError {
                return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
                    .split(separator: "\n")[0].description
            }
        }
    }
}
