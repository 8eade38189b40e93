// MovieLens: films that people have rated, collected by the GroupLens group at the University of Minnesota.
//
// MovieLens 100K is three files:
//
//     u.data     user ⇥ film ⇥ rating ⇥ time, 100,000 lines
//     u.item     film|title|date|…|19 flags for genres, in Latin-1
//     u.user     user|age|gender|occupation|zip code
//
// The larger and the newer ones are `ratings.csv` and `movies.csv`, with the names of the columns in the first line,
// and half stars.

import Common
import Foundation

/// Reads the files of MovieLens.
public enum MovieLens {
    /// The folder of MovieLens 100K.
    public static let folderName = "ml-100k"

    /// Everything in a folder.
    /// - Throws: `DatasetError` that names file and line of what is missing, is no number, is out of range, or
    ///   rates a film that is not in the list.
    public static func read(_ folder: URL) throws -> FilmRatings {
        func file(_ name: String) -> URL { folder.appendingPathComponent(name) }
        func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name).path) }
        if !exists("u.data"), exists("ratings.csv") {
            let films = try readFilms(file("movies.csv"))
            return FilmRatings(try readRatings(file("ratings.csv"), of: films), films: films)
        }
        guard exists("u.data") else {
            throw DatasetError(
                folder.path, "expected u.data and u.item, or ratings.csv and movies.csv, found neither",
                try: "a folder of MovieLens: `swift run data get \(folderName)` fetches one")
        }
        let films = try readFilms(file("u.item"))
        let viewers = exists("u.user") ? try readViewers(file("u.user")) : []
        return FilmRatings(try readRatings(file("u.data"), of: films), films: films, viewers: viewers)
    }

    /// The ratings of `u.data` or of `ratings.csv`: what ends in `.csv` is read as the latter.
    ///
    /// The file is read twice, a piece at a time: once to count its lines, so that no more memory is taken than the
    /// numbers need.
    /// - Parameter films: the films that may be rated; nil for any.
    public static func readRatings(_ file: URL, of films: [Film]? = nil) throws -> Ratings {
        var lines = 1
        try forEachPiece(of: file) { piece in
            for byte in piece where byte == 0x0A { lines += 1 }
        }
        var parser = RatingsParser(
            file.path, file.pathExtension.lowercased() == "csv" ? .csv : .hundredThousand,
            known: films.map { Set($0.map(\.id)) }, lines: lines)
        try forEachPiece(of: file) { try parser.read($0) }
        return try parser.finish()
    }

    /// The same from bytes, as `u.data` has them.
    static func ratings(_ bytes: [UInt8], name: String, of films: [Film]?) throws -> Ratings {
        var parser = RatingsParser(name, .hundredThousand, known: films.map { Set($0.map(\.id)) })
        try bytes.withUnsafeBufferPointer { try parser.read($0) }
        return try parser.finish()
    }

    private static func forEachPiece(
        of file: URL, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        let (descriptor, length) = try openToRead(file.path) { DatasetError(file.path, $0) }
        defer { close(descriptor) }
        var (buffer, place) = ([UInt8](repeating: 0, count: min(length, 1 << 20)), 0)
        while place < length {
            let count = min(buffer.count, length - place)
            try buffer.withUnsafeMutableBytes { bytes in
                try readBytes(into: .init(rebasing: bytes[..<count]), from: descriptor, at: place) {
                    DatasetError(file.path, $0)
                }
            }
            try buffer.withUnsafeBufferPointer { try body(.init(rebasing: $0[..<count])) }
            place += count
        }
    }
}
