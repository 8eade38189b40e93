// What somebody may have meant by a word that is not there.

import Common

/// How many letters have to be changed, put in, left out, or swapped with the next one, to make one word of another.
/// Capitals do not count.
public func letterDistance(_ word: String, _ other: String) -> Int {
    let (a, b) = (Array(word.lowercased()), Array(other.lowercased()))
    // rows[i][j] is the distance of the first i letters of a from the first j of b.
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
        var row = [i + 1]
        for j in 0..<b.count {
            row.append(min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], rows[i - 1][j - 1] + 1) }
        }
        rows.append(row)
    }
    return rows[a.count][b.count]
}

/// The words that are most like another one, at most `count` of them, the nearest first. One that shares too little
/// with it is left out: two of its letters may differ, a third of a long one's, or it begins with the word.
public func nearestWords(to word: String, among all: [String], count: Int = 3) -> [String] {
    // Words of very different lengths cannot be near, and need not be compared.
    let most = max(word.count > 3 ? 2 : 1, word.count / 3)
    let near = Set(all).compactMap { other -> (distance: Int, word: String)? in
        let isLonger = word.count > 2 && other.lowercased().hasPrefix(word.lowercased())
        guard isLonger || abs(other.count - word.count) <= most else { return nil }
        let distance = letterDistance(word, other)
        return isLonger || distance <= most ? (distance, other) : nil
    }
    return near.sorted { $0 < $1 }.prefix(count).map(\.word)
}
