import Foundation
import TestSupport
import Testing

@testable import Datasets

private let good = "196\t242\t3\t881250949\n186\t302\t3\t891717742\n"
private let films = [Film(242, "Kolya (1996)"), Film(302, "L.A. Confidential (1997)")]

@Suite struct `Reading ratings` {
    private func read(_ text: String, as name: String = "u.data", of films: [Film]? = nil) throws -> Ratings {
        try withFolder { folder in
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            return try MovieLens.readRatings(file, of: films)
        }
    }

    @Test func `a line is user, film, rating and time`() throws {
        let ratings = try read(good, of: films)
        #expect(ratings.users == [196, 186] && ratings.items == [242, 302])
        #expect(ratings.scores == [3, 3] && ratings.times == [881_250_949, 891_717_742])
    }

    @Test func `a byte-order mark, Windows line ends, empty lines and a last line without end are taken as meant`()
        throws
    {
        let plain = try read(good)
        #expect(try read("\u{FEFF}" + good) == plain)
        #expect(try read(good.replacing("\n", with: "\r\n")) == plain)
        #expect(try read("\n" + good + "\n\n") == plain)
        #expect(try read(String(good.dropLast())) == plain)
    }

    @Test func `without times there are none`() throws {
        let ratings = try read("1\t2\t5\n3\t4\t1\n")
        #expect(ratings.times.isEmpty && ratings.scores == [5, 1])
    }

    @Test(arguments: [
        ("186\t302\t3\n", "u.data:3: expected 4 columns separated by tabs, found 3"),
        ("186\t302\t3\t4\t5\n", "u.data:3: expected 4 columns separated by tabs, found 5"),
        ("186 302 3 891717742\n", "u.data:3: expected 4 columns separated by tabs, found 1"),
        ("\n186\tKolya\t3\t891717742\n", "u.data:4: expected the number of a film, found “Kolya”"),
        ("x\t302\t3\t891717742\n", "u.data:3: expected the number of a user, found “x”"),
        ("-1\t302\t3\t891717742\n", "u.data:3: expected the number of a user, found “-1”"),
        ("99999999999999999999\t302\t3\t1\n", "u.data:3: expected the number of a user"),
        ("186\t302\t\t891717742\n", "u.data:3: expected a rating, found nothing"),
        ("186\t302\t6\t891717742\n", "u.data:3: expected a rating from 1 to 5, found “6”"),
        ("186\t302\t0\t891717742\n", "u.data:3: expected a rating from 1 to 5, found “0”"),
        ("186\t302\tnan\t891717742\n", "u.data:3: expected a rating, found “nan”"),
        ("186\t302\t3\t1e9\n", "u.data:3: expected a time in seconds, found “1e9”"),
        ("186\t999\t3\t891717742\n", "u.data:3: there is no film 999 in the list of films"),
    ])
    func `what is wrong with a line is said with its number`(_ line: String, _ message: String) throws {
        let error = #expect(throws: DatasetError.self) { try read(good + line + good, of: films) }
        #expect("\(error!)".contains(message), "\(error!)")
    }

    @Test func `a file without ratings, and one that is no text, are refused`() throws {
        for text in ["", "\n\n", "\u{FEFF}"] {
            let error = #expect(throws: DatasetError.self) { try read(text) }
            #expect("\(error!)".contains("expected ratings, found none"))
        }
        let long = #expect(throws: DatasetError.self) { try read(String(repeating: "7", count: 100_000)) }
        #expect("\(long!)".contains("without an end of line"))
    }

    @Test func `the newer files have names of columns and half stars`() throws {
        let ratings = try read(
            "userId,movieId,rating,timestamp\n1,296,4.5,1147880044\r\n2,306,0.5,1147868817\n", as: "ratings.csv")
        #expect(ratings.users == [1, 2] && ratings.items == [296, 306] && ratings.scores == [4.5, 0.5])
        let headless = #expect(throws: DatasetError.self) { try read("1,296,4.5,1147880044\n", as: "ratings.csv") }
        #expect("\(headless!)".contains("ratings.csv:1: expected the columns userId, movieId, rating, timestamp"))
        let high = #expect(throws: DatasetError.self) {
            try read("userId,movieId,rating\n1,2,5.5\n", as: "ratings.csv")
        }
        #expect("\(high!)".contains("ratings.csv:2: expected a rating from 0.5 to 5, found “5.5”"))
    }

    /// Rows that are made as they are read; the parser sees a piece at a time.
    @Test func `however many rows come, what is held is at most three times their numbers`() throws {
        var parser = RatingsParser("generated", .csv, known: nil)
        let header = Array("userId,movieId,rating,timestamp\n".utf8)
        try header.withUnsafeBufferPointer { try parser.read($0) }
        let rows = (0..<100_000).map { "\($0 + 1),\($0 % 60_000 + 1),\($0 % 5 + 1).0,1147880044\n" }.joined()
        let (bytes, times) = (Array(rows.utf8), 50)
        for _ in 0..<times {
            // Pieces end anywhere, also within a line.
            for start in stride(from: 0, to: bytes.count, by: 700_001) {
                try bytes[start..<min(start + 700_001, bytes.count)].withUnsafeBufferPointer { try parser.read($0) }
            }
        }
        let ratings = try parser.finish()
        #expect(ratings.count == times * 100_000 && ratings.users[123_456] == 23_457 && ratings.scores.last == 5)
        #expect(ratings.heldBytes <= 3 * ratings.numberBytes)
    }

    @Test func `a file takes no more memory than its numbers`() throws {
        let ratings = try read(String(repeating: good, count: 30_000))
        #expect(ratings.count == 60_000)
        #expect(Double(ratings.heldBytes) < 1.1 * Double(ratings.numberBytes))
    }
}

@Suite struct `Reading lists of films` {
    private func read(_ bytes: [UInt8], as name: String = "u.item") throws -> [Film] {
        try withFolder { folder in
            let file = folder.appending(path: name)
            try Data(bytes).write(to: file)
            return try MovieLens.readFilms(file)
        }
    }

    @Test func `titles are read from Latin-1 and from UTF-8`() throws {
        let latin1: [UInt8] = Array("1|Mis".utf8) + [0xE9] + Array("rables, Les (1995)|01-Jan-1995||\n".utf8)
        #expect(try read(latin1)[0].title == "Misérables, Les (1995)")
        #expect(try read(Array("\u{FEFF}1|Misérables, Les (1995)|\r\n".utf8)) == [Film(1, "Misérables, Les (1995)")])
    }

    @Test func `flags are genres`() throws {
        let flags = MovieLens.genres.map { ["Drama", "War"].contains($0) ? "1" : "0" }.joined(separator: "|")
        #expect(try read(Array("7|A|d||u|\(flags)\n".utf8))[0].genres == ["Drama", "War"])
    }

    @Test func `in comma-separated lists, quotation marks hold commas and each other`() throws {
        let text =
            "movieId,title,genres\n11,\"American President, The (1995)\",Comedy|Drama\n12,\"The \"\"X\"\"\",(no genres listed)\n"
        #expect(
            try read(Array(text.utf8), as: "movies.csv") == [
                Film(11, "American President, The (1995)", genres: ["Comedy", "Drama"]), Film(12, "The \"X\""),
            ])
    }

    @Test(arguments: [
        ("1|A\nKolya (1996)\n", "u.item:2: expected a number and a title"),
        ("x|A\n", "u.item:1: expected a number, found “x”"),
        ("1|A\n\n1|B\n", "u.item:3: there are two films with the number 1"),
        ("1| |\n", "u.item:1: film 1 has no title"),
        ("\n", "expected films, found none"),
    ])
    func `what is wrong is said with the line`(_ text: String, _ message: String) throws {
        let error = #expect(throws: DatasetError.self) { try read(Array(text.utf8)) }
        #expect("\(error!)".contains(message), "\(error!)")
    }

    @Test func `a folder that holds neither layout says what was looked for`() throws {
        try withFolder { folder in
            let error = #expect(throws: DatasetError.self) { try MovieLens.read(folder) }
            #expect("\(error!)".contains("expected u.data and u.item, or ratings.csv and movies.csv"))
            try Data(good.utf8).write(to: folder.appending(path: "u.data"))
            let second = #expect(throws: DatasetError.self) { try MovieLens.read(folder) }
            #expect("\(second!)".contains("u.item"))
        }
    }
}

@Suite struct `Generated ratings` {
    static let small = GeneratedRatings(users: 60, films: 120, ratings: 1500, seed: 5)

    @Test func `the files are read back as they were`() throws {
        try withFolder { folder in
            try Self.small.write(to: folder)
            let read = try MovieLens.read(folder)
            #expect(read.ratings == Self.small.ratings && read.films == Self.small.films)
            #expect(read.viewers == Self.small.viewers)
            #expect(try Self.small.readBack().ratings == read.ratings)
        }
    }

    @Test func `the same seed gives the same bytes on every machine`() throws {
        let files = Self.small.files
        func sum(_ bytes: [UInt8]) -> UInt64 {
            bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        }
        let sums = [sum(files["u.data"]!), sum(files["u.item"]!)]
        #expect(sums == [17_843_137_933_399_719_975, 17_743_768_939_662_239_610])
        #expect(GeneratedRatings(users: 60, films: 120, ratings: 1500, seed: 5).ratings == Self.small.ratings)
        #expect(GeneratedRatings(users: 60, films: 120, ratings: 1500, seed: 6).ratings != Self.small.ratings)
    }

    @Test func `they look like MovieLens: how many, how good, how unevenly spread`() {
        let all = GeneratedRatings(seed: 1)
        let (scores, count) = (all.ratings.scores, Float(all.ratings.count))
        let mean = scores.reduce(0, +) / count
        let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let (meanFits, varianceFits) = (abs(mean - 3.53) < 0.1, abs(variance - 1.25) < 0.1)
        #expect(all.ratings.count == 100_000 && meanFits && varianceFits)
        let films = Dictionary(all.ratings.items.map { ($0, 1) }, uniquingKeysWith: +).values.sorted()
        #expect(films.last! > 400 && (15...40).contains(films[films.count / 2]))
        let pairs = Set(zip(all.ratings.users, all.ratings.items).map { Int($0) * 10_000 + Int($1) })
        #expect(pairs.count == all.ratings.count)  // nobody rates a film twice
    }

    @Test func `people rate what they are going to like, so means are not what films are worth`() {
        let (ratings, truth) = (Self.small.ratings, Self.small.truth)
        func liking(_ user: Int, _ film: Int) -> Float { truth.liking(user: user, film: film) }
        let seen = (0..<ratings.count).map { liking(Int(ratings.users[$0]), Int(ratings.items[$0])) }
        let all = (1...60).flatMap { user in (1...120).map { liking(user, $0) } }
        func mean(_ numbers: [Float]) -> Float { numbers.reduce(0, +) / Float(numbers.count) }
        let (ofSeen, ofAll) = (mean(seen), mean(all))
        #expect(ofSeen > ofAll + 0.2)
    }

    @Test func `titles tell what a film is like, and a few films are in the list twice`() {
        let titles = Self.small.films.map(\.title)
        #expect(Set(titles).count == 119)
        let old = zip(Self.small.films, Self.small.truth.filmFactors).filter { $1[2] > 0.9 }.map {
            $0.0.title.suffix(5).prefix(4)
        }
        #expect(!old.isEmpty && old.allSatisfy { Int($0)! < 1950 })
    }
}

@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["GROUNDUP_DATA"] != nil, "set GROUNDUP_DATA to a folder with ml-100k"))
struct `The real MovieLens 100K` {
    @Test func `it has the book's rows`() throws {
        guard let folder = try DataLocator().find(MovieLens.folderName).found?.folder else { return }
        let all = try MovieLens.read(folder)
        #expect(all.ratings.count == 100_000 && all.films.count == 1682 && all.viewers.count == 943)
        #expect(Array(all.ratings.users.prefix(5)) == [196, 186, 22, 244, 166])
        #expect(Array(all.ratings.items.prefix(5)) == [242, 302, 377, 51, 346])
        #expect(Array(all.ratings.scores.prefix(5)) == [3, 3, 1, 2, 1])
        #expect(Array(all.ratings.times.prefix(2)) == [881_250_949, 891_717_742])
        #expect(
            all.films.prefix(5).map(\.title) == [
                "Toy Story (1995)", "GoldenEye (1995)", "Four Rooms (1995)", "Get Shorty (1995)", "Copycat (1995)",
            ])
        #expect(Set(all.films.map(\.title)).count == 1664)
        #expect(all.films[0].genres == ["Animation", "Children's", "Comedy"])
    }
}
