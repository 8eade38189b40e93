// Who rated what, and how: the tables of MovieLens, whatever files they come from.

/// A table of ratings, column by column: row i says that `users[i]` gave `items[i]` the rating `scores[i]`.
public struct Ratings: Sendable, Equatable {
    /// The numbers of the people, as in the file.
    public internal(set) var users: [Int32] = []
    /// The numbers of the films, as in the file.
    public internal(set) var items: [Int32] = []
    /// Stars.
    public internal(set) var scores: [Float] = []
    /// When, in seconds since 1970; empty if the file does not say.
    public internal(set) var times: [Int64] = []

    /// An empty table.
    public init() {}

    /// - Precondition: columns of the same length; times may be left out.
    public init(users: [Int32], items: [Int32], scores: [Float], times: [Int64] = []) {
        precondition(
            users.count == items.count && users.count == scores.count && (times.isEmpty || times.count == users.count),
            "columns of different lengths")
        (self.users, self.items, self.scores, self.times) = (users, items, scores, times)
    }

    /// Rows.
    public var count: Int { users.count }

    /// The rows with these numbers, in that order.
    public func rows(_ numbers: some Sequence<Int>) -> Ratings {
        let numbers = Array(numbers)
        return Ratings(
            users: numbers.map { users[$0] }, items: numbers.map { items[$0] }, scores: numbers.map { scores[$0] },
            times: times.isEmpty ? [] : numbers.map { times[$0] })
    }

    /// What the numbers take, in bytes.
    var numberBytes: Int { count * (4 + 4 + 4) + times.count * 8 }

    /// What is held for them, in bytes.
    var heldBytes: Int { (users.capacity + items.capacity + scores.capacity) * 4 + times.capacity * 8 }

    mutating func reserve(_ rows: Int, withTimes: Bool) {
        users.reserveCapacity(rows)
        items.reserveCapacity(rows)
        scores.reserveCapacity(rows)
        if withTimes { times.reserveCapacity(rows) }
    }
}

/// A film.
public struct Film: Sendable, Hashable {
    public let id: Int32
    /// With the year in brackets: "Kolya (1996)".
    public let title: String
    /// Empty if the file does not say.
    public let genres: [String]

    public init(_ id: Int32, _ title: String, genres: [String] = []) {
        (self.id, self.title, self.genres) = (id, title, genres)
    }
}

/// What is known about a person besides their ratings.
public struct Viewer: Sendable, Hashable {
    public let id: Int32
    public let age: Int
    /// As in the file: "M" or "F" in MovieLens 100K.
    public let gender: String
    public let occupation: String

    public init(_ id: Int32, age: Int, gender: String, occupation: String) {
        (self.id, self.age, self.gender, self.occupation) = (id, age, gender, occupation)
    }
}

/// All tables of a data set.
public struct FilmRatings: Sendable {
    public let ratings: Ratings
    /// In the order of the file.
    public let films: [Film]
    /// Empty if there is no such file.
    public let viewers: [Viewer]
    /// What the ratings were made from, if they are generated.
    public let truth: RatingTruth?

    public init(_ ratings: Ratings, films: [Film], viewers: [Viewer] = [], truth: RatingTruth? = nil) {
        (self.ratings, self.films, self.viewers, self.truth) = (ratings, films, viewers, truth)
    }
}

/// What decided about generated ratings.
///
/// A rating is `mean` + user bias + film bias + `strength` · (user factors · film factors) + noise, rounded to 1 … 5
/// stars.
public struct RatingTruth: Sendable, Equatable {
    /// What the factors stand for.
    public static let names = ["sci-fi", "action", "old"]

    public let mean: Float
    public let strength: Float
    /// Standard deviation.
    public let noise: Float
    /// Row i is that of user i + 1: [users][3], each from -1 to 1.
    public let userFactors: [[Float]]
    /// [users]
    public let userBiases: [Float]
    /// Row i is that of film i + 1: [films][3], each from -1 to 1.
    public let filmFactors: [[Float]]
    /// [films]
    public let filmBiases: [Float]

    /// The rating without noise and without rounding; users and films are counted from 1, as in the files.
    public func liking(user: Int, film: Int) -> Float {
        var sum = mean + userBiases[user - 1] + filmBiases[film - 1]
        for (a, b) in zip(userFactors[user - 1], filmFactors[film - 1]) { sum += strength * a * b }
        return sum
    }
}
