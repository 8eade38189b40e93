// The films of generated ratings. What a film is like can be read from its title: "Robot Inferno (1991)" is sci-fi,
// full of action, and not old.

import Tensors

extension GeneratedRatings {
    /// What a film is before anybody sees it.
    struct PlannedFilm {
        let title: String
        let genres: [String]
        /// Sci-fi, action, old: each from -1 to 1.
        let factors: [Float]
        /// How good it is: stars above the mean.
        let bias: Float
    }

    /// One film in a hundred is in the list twice, under two numbers, as in MovieLens.
    static func plannedFilms(_ count: Int, _ seed: UInt64) -> [PlannedFilm] {
        var (films, titles): ([PlannedFilm], Set<String>) = ([], [])
        for number in 0..<count - count / 100 {
            var random = SplitMix64(seed: seed, numbers: [2, UInt64(number)])
            let factors = (0..<3).map { _ in random.between(-1, 1) }
            let bias = 0.6 * random.bell()
            var title = title(factors, using: &random)
            while !titles.insert(title).inserted { title = Self.title(factors, using: &random) }
            films.append(PlannedFilm(title: title, genres: genres(factors), factors: factors, bias: bias))
        }
        return films + films.prefix(count / 100)
    }

    private static func genres(_ factors: [Float]) -> [String] {
        let genres = (factors[1] > 0.25 ? ["Action"] : []) + (factors[0] > 0.25 ? ["Sci-Fi"] : [])
        return genres.isEmpty ? ["Drama"] : genres
    }

    private static func title(_ factors: [Float], using random: inout SplitMix64) -> String {
        let first = random.pick(factors[0] > 0.25 ? future : factors[0] < -0.25 ? home : between)
        let second = random.pick(factors[1] > 0.25 ? loud : factors[1] < -0.25 ? quiet : neither)
        // From 1998 back to 1938; a film is not made in the very year that a rule would say.
        let year = 1968 - Int((27 * factors[2] + random.between(-3, 3)).rounded())
        return random.happens(0.3) ? "\(second) of the \(first), The (\(year))" : "\(first) \(second) (\(year))"
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let future = words(
        """
        Android Asteroid Comet Cosmic Galaxy Laser Lunar Martian Meteor Nebula Orbital Planet Plasma Quantum Robot Rocket \
        Saturn Solar Star Stellar Venus
        """)
    private static let home = words(
        """
        Autumn Café Château Country Garden Harbour Island Lake Meadow Mother's Orchard Village Señora Sister's Summer Sunday \
        Vineyard Wedding Widow's Winter
        """)
    private static let between = words(
        """
        Amber Blue Broken Crimson Distant Double Empty Final First Forgotten Golden Hidden Last Long Lost Midnight Northern \
        Second Silver Strange
        """)
    private static let loud = words(
        """
        Ambush Assault Attack Battle Chase Duel Escape Explosion Fury Inferno Hunt Invasion Pursuit Raid Revenge Riot Siege \
        Storm Strike War
        """)
    private static let quiet = words(
        """
        Affair Conversation Dream Farewell Letter Lullaby Melody Memory Mirror Poem Portrait Promise Rêverie Secret Silence \
        Song Story Tale Tea Waltz
        """)
    private static let neither = words(
        """
        Affliction Bargain Bridge Business Case Day Deal Door Game House Key Man Mystery Night Number Road Room Street Trial \
        Witness
        """)
}
