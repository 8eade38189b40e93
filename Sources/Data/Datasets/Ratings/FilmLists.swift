// The lists of films and of people: small files, read whole.

import Common
import Foundation

extension MovieLens {
    /// The genres of MovieLens 100K, in the order of the flags in `u.item`.
    public static let genres = [
        "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama",
        "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
    ]
    /// The list of films of a data set with 25 million ratings takes 3 MB.
    private static let mostBytes = 1 << 28

    /// The films of `u.item` or of `movies.csv`: what ends in `.csv` is read as the latter.
    ///
    /// Text is UTF-8 if it can be that, and otherwise Latin-1, as in `u.item`.
    /// - Throws: `DatasetError` that names file and line of a film without number or title, or that is there twice.
    public static func readFilms(_ file: URL) throws -> [Film] {
        let isCSV = file.pathExtension.lowercased() == "csv"
        return try films(try lines(file), name: file.path, isCSV: isCSV)
    }

    /// The same from lines that are split already.
    static func films(_ lines: [(number: Int, text: String)], name: String, isCSV: Bool) throws -> [Film] {
        var (films, seen): ([Film], Set<Int32>) = ([], [])
        for (number, text) in lines {
            let fields =
                isCSV
                ? commaSeparated(text)
                : text.split(separator: "|", omittingEmptySubsequences: false)
                    .map(String.init)
            if isCSV, number == 1, fields.first == "movieId" { continue }
            let place = "\(name):\(number)"
            guard fields.count >= 2 else {
                throw DatasetError(
                    place, "expected a number and a title, found \(quoted(String(text.prefix(60))))",
                    try: "film\(isCSV ? ",title,genres" : "|title|…") in each line")
            }
            let (id, title) = (try id(fields[0], place), fields[1].trimmingCharacters(in: .whitespaces))
            if title.isEmpty { throw DatasetError(place, "film \(id) has no title") }
            guard seen.insert(id).inserted else {
                throw DatasetError(place, "there are two films with the number \(id)")
            }
            films.append(Film(id, title, genres: isCSV ? listedGenres(fields) : flaggedGenres(fields)))
        }
        if films.isEmpty { throw DatasetError(name, "expected films, found none") }
        return films
    }

    /// The people of `u.user`.
    public static func readViewers(_ file: URL) throws -> [Viewer] {
        try lines(file).map { number, text in
            let fields = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let place = "\(file.path):\(number)"
            guard fields.count >= 4, let age = Int(fields[1]), (0...150).contains(age) else {
                throw DatasetError(
                    place,
                    "expected a user's number, age, gender and occupation, found \(quoted(String(text.prefix(60))))")
            }
            return Viewer(try id(fields[0], place), age: age, gender: fields[2], occupation: fields[3])
        }
    }

    private static func id(_ text: String, _ place: String) throws -> Int32 {
        guard let id = Int32(text), id >= 0 else {
            throw DatasetError(place, "expected a number, found \(quoted(String(text.prefix(60))))")
        }
        return id
    }

    private static func flaggedGenres(_ fields: [String]) -> [String] {
        guard fields.count >= 5 + genres.count else { return [] }
        return zip(genres, fields[5...]).filter { $1 == "1" }.map(\.0)
    }

    private static func listedGenres(_ fields: [String]) -> [String] {
        guard fields.count >= 3, fields[2] != "(no genres listed)" else { return [] }
        return fields[2].split(separator: "|").map(String.init)
    }

    /// The lines of a text that are not empty, counted from 1.
    private static func lines(_ file: URL) throws -> [(number: Int, text: String)] {
        let (descriptor, length) = try openToRead(file.path) { DatasetError(file.path, $0) }
        close(descriptor)
        guard length <= mostBytes else {
            throw DatasetError(file.path, "is much too large for a list: \(length) bytes")
        }
        return lines(in: try readData(file) { DatasetError(file.path, $0) })
    }

    static func lines(in data: Data) -> [(number: Int, text: String)] {
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        let text = String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { .init($0) }))
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.enumerated()
            .map { (number: $0 + 1, text: String($1)) }.filter { !$0.text.isEmpty }
    }

    /// The fields of a line of comma-separated values. A field in quotation marks may hold commas, and two quotation
    /// marks for one.
    static func commaSeparated(_ line: String) -> [String] {
        var (fields, isQuoted, mayClose) = ([""], false, false)
        for character in line {
            if isQuoted, character == "\"" {
                (isQuoted, mayClose) = (false, true)
            } else if character == "\"" {
                // The second of two: it stands for one.
                if mayClose { fields[fields.count - 1].append("\"") }
                (isQuoted, mayClose) = (true, false)
            } else if character == ",", !isQuoted {
                fields.append("")
                mayClose = false
            } else {
                fields[fields.count - 1].append(character)
                mayClose = false
            }
        }
        return fields
    }
}
