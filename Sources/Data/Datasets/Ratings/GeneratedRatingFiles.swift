// Generated ratings in the files of MovieLens 100K, to the letter: whoever reads the one reads the other.

import Common
import Foundation

extension GeneratedRatings {
    /// The files by their names: `u.data`, `u.item` (in Latin-1) and `u.user`.
    public var files: [String: [UInt8]] {
        ["u.data": Array(ratingLines.utf8), "u.item": latin1(filmLines), "u.user": Array(viewerLines.utf8)]
    }

    /// Writes the files into a folder that is empty or does not exist yet.
    /// - Throws: `DatasetError` when it is not, or a file cannot be written; then nothing of it is left.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            for (name, bytes) in files { try Data(bytes).write(to: new.appendingPathComponent(name)) }
        }
    }

    /// The tables, read back from the bytes of the files, with the truth beside them.
    /// - Throws: nothing but mistakes of the project's own.
    public func readBack() throws -> FilmRatings {
        let files = files
        let list = try MovieLens.films(
            MovieLens.lines(in: Data(files["u.item"]!)), name: "u.item (generated)", isCSV: false)
        return FilmRatings(
            try MovieLens.ratings(files["u.data"]!, name: "u.data (generated)", of: list), films: list,
            viewers: viewers, truth: truth)
    }

    private var ratingLines: String {
        (0..<ratings.count).map {
            "\(ratings.users[$0])\t\(ratings.items[$0])\t\(Int(ratings.scores[$0]))\t\(ratings.times[$0])\n"
        }.joined()
    }

    private var filmLines: String {
        films.map { film in
            let year = film.title.suffix(5).prefix(4)
            let flags = MovieLens.genres.map { film.genres.contains($0) ? "1" : "0" }.joined(separator: "|")
            return "\(film.id)|\(film.title)|01-Jan-\(year)|||\(flags)\n"
        }.joined()
    }

    private var viewerLines: String {
        viewers.map { "\($0.id)|\($0.age)|\($0.gender)|\($0.occupation)|00000\n" }.joined()
    }

    /// One byte for each letter.
    private func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }
}
