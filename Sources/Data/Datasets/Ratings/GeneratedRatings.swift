// Ratings that are made up: the stand-in for MovieLens, in its own files.
//
// Behind every rating is a planted truth (`RatingTruth`): what people like and what films are like, as three factors
// each, how generous a person is, and how good a film. And nobody rates at random: films that are known are seen more
// often, and people choose what they are going to like. So the mean rating of a film is not how good it is; that is
// what a model of biases and factors has to find out.
//
// Only + - × ÷ and √ are used on the way from the seed to the bytes: they are the same on every machine.

import Foundation
import Tensors

/// Films, people, and who rated what.
public struct GeneratedRatings: Sendable {
    public let truth: RatingTruth
    public let films: [Film]
    public let viewers: [Viewer]
    /// In random order, as in MovieLens.
    public let ratings: Ratings

    /// As large as MovieLens 100K, unless asked for otherwise.
    /// - Precondition: there are at least 20 people, 40 films, and enough films for so many ratings.
    public init(users: Int = 943, films: Int = 1682, ratings: Int = 100_000, seed: UInt64) {
        require(
            users >= 20 && films >= 40 && ratings >= users && ratings <= users * films / 4,
            "\(ratings) generated ratings of \(films) films by \(users) people",
            "there must be at least 20 people and 40 films, and one rating for each person to one for every fourth film"
        )
        let (tastes, generous) = Self.people(users, seed)
        let plan = Self.plannedFilms(films, seed)
        truth = RatingTruth(
            mean: 2.8, strength: 0.9, noise: 0.9, userFactors: tastes, userBiases: generous,
            filmFactors: plan.map(\.factors), filmBiases: plan.map(\.bias))
        self.films = plan.enumerated().map { Film(Int32($0 + 1), $1.title, genres: $1.genres) }
        viewers = Self.viewers(tastes, seed)
        self.ratings = Self.ratings(ratings, truth, Self.popularity(truth.filmBiases, seed), seed)
    }

    /// Four streams that have nothing to do with each other: for people, films, what is said about people, and ratings.
    private enum Stream: UInt64 { case people = 1, films, viewers, ratings, popularity, order }

    private static func random(_ stream: Stream, _ number: Int, _ seed: UInt64) -> SplitMix64 {
        SplitMix64(seed: seed, numbers: [stream.rawValue, UInt64(number)])
    }

    /// Tastes [users][3] and biases [users]. Nobody is indifferent: a taste is -1 … -0.3 or 0.3 … 1.
    private static func people(_ count: Int, _ seed: UInt64) -> (tastes: [[Float]], biases: [Float]) {
        var (tastes, biases): ([[Float]], [Float]) = ([], [])
        for user in 0..<count {
            var random = random(.people, user, seed)
            tastes.append((0..<3).map { _ in (random.happens(0.5) ? 1 : -1) * random.between(0.3, 1) })
            biases.append(0.45 * random.bell())
        }
        return (tastes, biases)
    }

    /// Age goes with a taste for old films, occupation a little with one for sci-fi, gender with nothing.
    private static func viewers(_ tastes: [[Float]], _ seed: UInt64) -> [Viewer] {
        let technical = ["engineer", "programmer", "scientist"]
        let others = [
            "administrator", "artist", "doctor", "educator", "homemaker", "lawyer", "librarian", "student", "writer",
        ]
        return tastes.enumerated().map { user, taste in
            var random = random(.viewers, user, seed)
            let age = 38 + 16 * taste[2] + 6 * random.bell()
            let isTechnical = random.happens(taste[0] > 0 ? 0.5 : 0.15)
            return Viewer(
                Int32(user + 1), age: Int(max(12, age)), gender: random.happens(0.5) ? "F" : "M",
                occupation: random.pick(isTechnical ? technical : others))
        }
    }

    /// How often a film comes to mind. A few are known to everybody, most to few; good ones more than bad ones.
    private static func popularity(_ biases: [Float], _ seed: UInt64) -> [Float] {
        var random = random(.popularity, 0, seed)
        let fame = biases.map { 2 * $0 + random.bell() }
        let order = fame.indices.sorted { fame[$0] > fame[$1] || (fame[$0] == fame[$1] && $0 < $1) }
        var popularity = [Float](repeating: 0, count: fame.count)
        for (rank, film) in order.enumerated() {
            let x = Float(rank) / Float(fame.count) + 0.05
            popularity[film] = 1 / (x * x.squareRoot())
        }
        return popularity
    }
}

// MARK: Who rates what

extension GeneratedRatings {
    private static func ratings(
        _ count: Int, _ truth: RatingTruth, _ popularity: [Float], _ seed: UInt64
    ) -> Ratings {
        var sums: [Float] = []
        for weight in popularity { sums.append((sums.last ?? 0) + weight) }
        var table = Ratings()
        for (user, number) in activity(count, of: truth.userBiases.count, films: popularity.count, seed).enumerated() {
            var random = random(.ratings, user, seed)
            var time = 874_724_710 + Int64(random.whole(0...18_000_000))
            for film in choices(number, of: user, truth, sums, using: &random) {
                let liking = truth.liking(user: user + 1, film: film + 1) + truth.noise * random.bell()
                time += Int64(random.whole(5...90))
                table.users.append(Int32(user + 1))
                table.items.append(Int32(film + 1))
                table.scores.append(min(5, max(1, liking.rounded())))
                table.times.append(time)
            }
        }
        var random = random(.order, 0, seed)
        return table.rows(random.permutation(table.count))
    }

    /// How many films each person rates: most a few, some very many.
    private static func activity(_ count: Int, of users: Int, films: Int, _ seed: UInt64) -> [Int] {
        let (least, most) = (min(20, count / users / 2 + 1), films * 2 / 5)
        var random = random(.order, 1, seed)
        let keenness = (0..<users).map { _ -> Float in
            let u = random.even()
            return min(20, u / (1.001 - u))
        }
        let share = Float(count - least * users) / keenness.reduce(0, +)
        var numbers = keenness.map { min(most, least + Int(share * $0)) }
        // What rounding and the limit have left over.
        var (rest, user) = (count - numbers.reduce(0, +), 0)
        while rest > 0 {
            if numbers[user] < most { (numbers[user], rest) = (numbers[user] + 1, rest - 1) }
            user = (user + 1) % users
        }
        return numbers
    }

    /// Films that a person has seen: those that come to mind, and of these rather the ones that they are going to like.
    private static func choices(
        _ number: Int, of user: Int, _ truth: RatingTruth, _ sums: [Float], using random: inout SplitMix64
    ) -> [Int] {
        // One film in five never comes their way.
        var (chosen, tries) = ([Int](), 0)
        var isChosen = sums.map { _ in random.happens(0.2) }
        while chosen.count < number {
            tries += 1
            let film = place(of: random.even() * sums.last!, in: sums)
            let x = 2 * (truth.liking(user: user + 1, film: film + 1) - truth.mean - truth.userBiases[user])
            let wish = 0.5 + 0.5 * x / (1 + x.magnitude)
            // Who has tried for long takes what there is.
            guard random.happens(wish * wish) || tries > 100 * number else { continue }
            let free = tries > 200 * number ? isChosen.firstIndex(of: false)! : film
            if isChosen[free] { continue }
            isChosen[free] = true
            chosen.append(free)
        }
        return chosen
    }

    /// The first place whose sum is above this number.
    private static func place(of number: Float, in sums: [Float]) -> Int {
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > number { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
