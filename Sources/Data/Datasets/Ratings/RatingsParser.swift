// Reads ratings as they come: bytes in pieces of any size, of which nothing is kept but the numbers.
//
//     196 ⇥ 242 ⇥ 3 ⇥ 881250949          u.data of MovieLens 100K
//     1,296,5.0,1147880044               ratings.csv of larger ones, below the names of the columns
//
// A line may end in CR LF, and the first one may begin with a byte-order mark. Empty lines mean nothing.

import Common
import Foundation

/// How a file of ratings is written.
struct RatingsLayout: Sendable {
    /// Between two columns.
    let separator: UInt8
    let separatorName: String
    /// The names of the columns in the first line; nil if the file begins with numbers.
    let header: [String]?
    let scale: ClosedRange<Float>

    static let hundredThousand = RatingsLayout(
        separator: UInt8(ascii: "\t"), separatorName: "tabs", header: nil, scale: 1...5)
    static let csv = RatingsLayout(
        separator: UInt8(ascii: ","), separatorName: "commas", header: ["userId", "movieId", "rating", "timestamp"],
        scale: 0.5...5)
}

/// A line of a file, or a part of it.
private typealias Text = UnsafeBufferPointer<UInt8>

/// Turns the bytes of a file into ratings.
struct RatingsParser: ~Copyable {
    /// A longer line is no line of ratings.
    private static let longestLine = 4096

    private let file: String
    private let layout: RatingsLayout
    /// The films there are; nil if any number will do.
    private let known: Set<Int32>?
    private var ratings = Ratings()
    /// How many lines are expected.
    private let expected: Int
    private var line = 0
    /// 3 or 4, as the first line has.
    private var columns = 0
    /// The beginning of a line whose end has not come yet.
    private var begun: [UInt8] = []

    /// - Parameters:
    ///   - file: its name, for what is wrong with it.
    ///   - lines: how many are expected; memory is taken for them.
    init(_ file: String, _ layout: RatingsLayout, known: Set<Int32>?, lines: Int = 0) {
        (self.file, self.layout, self.known) = (file, layout, known)
        expected = lines
        ratings.reserve(lines, withTimes: false)
    }

    /// The next piece of the file.
    mutating func read(_ piece: UnsafeBufferPointer<UInt8>) throws {
        var start = 0
        while start < piece.count {
            let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(piece)[start...])
            guard let found = memchr(rest.baseAddress!, 0x0A, rest.count) else {
                try keep(piece[start...])
                return
            }
            let end = start + (UnsafeRawPointer(found) - rest.baseAddress!)
            if begun.isEmpty {
                try parse(Text(rebasing: piece[start..<end]))
            } else {
                try keep(piece[start..<end])
                try parseBegun()
            }
            start = end + 1
        }
    }

    /// What was read, after the last piece.
    mutating func finish() throws -> Ratings {
        if !begun.isEmpty { try parseBegun() }
        guard ratings.count > 0 else {
            throw DatasetError(file, "expected ratings, found none", try: "fetch the file again: it is empty")
        }
        return ratings
    }

    private mutating func keep(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) throws {
        begun += bytes
        if begun.count > Self.longestLine {
            line += 1
            throw failure("expected a line of numbers, found \(begun.count) bytes without an end of line")
        }
    }

    private mutating func parseBegun() throws {
        let whole = begun
        begun.removeAll(keepingCapacity: true)
        try whole.withUnsafeBufferPointer { try parse($0) }
    }
}

// MARK: A line

extension RatingsParser {
    private mutating func parse(_ bytes: Text) throws {
        var text = bytes
        line += 1
        if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = Text(rebasing: text[3...]) }
        if text.last == 0x0D { text = Text(rebasing: text.dropLast()) }
        if text.isEmpty { return }
        if columns == 0, let header = layout.header { return try read(header, in: text) }
        try add(text)
    }

    private mutating func read(_ header: [String], in text: Text) throws {
        let found = String(decoding: text, as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: ["\"", " "]) }
        guard found.count >= 3, found == Array(header.prefix(found.count)) else {
            throw failure("expected the columns \(header.joined(separator: ", ")), found \(excerpt(text))")
        }
        columns = found.count
    }

    private mutating func add(_ text: Text) throws {
        var fields = Fields(text, layout.separator)
        let count = fields.count
        if columns == 0 {
            columns = count
            if count == 4 { ratings.reserve(expected, withTimes: true) }
        }
        guard (3...4).contains(count), count == columns else {
            let wanted = (3...4).contains(columns) ? "\(columns)" : "4"
            throw failure(
                "expected \(wanted) columns separated by \(layout.separatorName), found \(count): \(excerpt(text))",
                try: "user, film, rating and time in each line")
        }
        let user = try id(fields.next(), "the number of a user")
        let item = try id(fields.next(), "the number of a film")
        let score = try score(fields.next())
        if let known, !known.contains(item) {
            throw failure(
                "there is no film \(item) in the list of films", try: "the list that belongs to these ratings")
        }
        if columns == 4 { ratings.times.append(try whole(fields.next(), "a time in seconds", below: 1 << 40)) }
        ratings.users.append(user)
        ratings.items.append(item)
        ratings.scores.append(score)
    }

    private func id(_ text: Text, _ what: String) throws -> Int32 {
        Int32(try whole(text, what, below: Int64(Int32.max)))
    }

    /// Digits, and nothing else.
    private func whole(_ text: Text, _ what: String, below limit: Int64) throws -> Int64 {
        var number: Int64 = 0
        for byte in text {
            let digit = Int64(byte) - 48
            guard (0...9).contains(digit), number < limit else { throw wrong(what, text) }
            number = number * 10 + digit
        }
        if text.isEmpty || number >= limit { throw wrong(what, text) }
        return number
    }

    /// Digits with at most one point among them.
    private func score(_ text: Text) throws -> Float {
        var (number, scale, digits): (Int, Int, Int) = (0, 0, 0)
        for byte in text {
            if byte == UInt8(ascii: "."), scale == 0 {
                scale = 1
                continue
            }
            let digit = Int(byte) - 48
            guard (0...9).contains(digit), digits < 9 else { throw wrong("a rating", text) }
            (number, scale, digits) = (number * 10 + digit, scale * 10, digits + 1)
        }
        if digits == 0 { throw wrong("a rating", text) }
        let score = Float(number) / Float(max(scale, 1))
        guard layout.scale.contains(score) else {
            let (least, most) = (layout.scale.lowerBound, layout.scale.upperBound)
            let range = "from \(least == 0.5 ? "0.5" : "\(Int(least))") to \(Int(most))"
            throw failure("expected a rating \(range), found \(excerpt(text))")
        }
        return score
    }

    private func wrong(_ what: String, _ text: Text) -> DatasetError {
        failure("expected \(what), found \(excerpt(text))")
    }

    private func failure(_ problem: String, try advice: String? = nil) -> DatasetError {
        DatasetError("\(file):\(line)", problem, try: advice)
    }

    private func excerpt(_ text: Text) -> String { quoted(String(decoding: text.prefix(60), as: UTF8.self)) }
}

/// The columns of a line, one after the other.
private struct Fields {
    private var rest: Text
    private let separator: UInt8
    let count: Int

    init(_ text: Text, _ separator: UInt8) {
        (rest, self.separator) = (text, separator)
        var separators = 0
        for byte in text where byte == separator { separators += 1 }
        count = separators + 1
    }

    /// The next column; empty after the last.
    mutating func next() -> Text {
        var end = 0
        while end < rest.count, rest[end] != separator { end += 1 }
        defer { rest = Text(rebasing: rest[min(end + 1, rest.count)...]) }
        return Text(rebasing: rest[..<end])
    }
}

/// What was found in a file, in quotation marks, without what a terminal would take for commands.
func quoted(_ text: String) -> String {
    let visible = text.unicodeScalars.map { $0.value < 32 || (127..<160).contains($0.value) ? " " : Character($0) }
    return text.isEmpty ? "nothing" : "“\(String(visible))”"
}
