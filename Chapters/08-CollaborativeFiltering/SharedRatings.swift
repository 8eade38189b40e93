// What the sections share. Each is made when a section first asks for it; the pages of sections 8.1 to 8.3 explain how.

import Common
import Datasets
import Notebook
import Tensors
import Training

extension CollaborativeFiltering {
    /// The name of the ratings' data set, for every table and chart of them.
    var dataName: String { source.name }

    /// The tables: ratings, films, people. In a quick run, only the first ratings; the first 200,000 of a set with
    /// millions, unless `--full` asks for all.
    var data: FilmRatings {
        get throws {
            try run.once {
                let all = try source.contents
                try refuseIfPoor(all)
                let most = run.size(quick: 4000, usual: 200_000, full: .max)
                let count = min(most, all.ratings.count)
                guard count < all.ratings.count else { return all }
                return FilmRatings(
                    all.ratings.rows(0..<count), films: all.films, viewers: all.viewers, truth: all.truth)
            }
        }
    }

    /// The title of each film, by its number in the files (section 8.3).
    var titles: [Int32: String] {
        get throws { try run.once { Dictionary(uniqueKeysWithValues: try data.films.map { ($0.id, $0.title) }) } }
    }

    /// Ratings with the films' titles (section 8.3).
    var ratingsWithTitles: RatingsWithTitles {
        get throws { try run.once { merge(try data.ratings, try data.films) } }
    }

    /// The ratings in batches of 64, a fifth of them for validation (section 8.3). (The book's `dls`.)
    var loaders: CollabDataLoaders {
        get throws { try run.once { try loaders(seed: run.seed) } }
    }

    /// The same with another split and another order: for what depends on chance.
    func loaders(seed: UInt64) throws -> CollabDataLoaders {
        var random = SplitMix64(seed: seed)
        return CollabDataLoaders(try ratingsWithTitles, using: &random)
    }
}

extension CollaborativeFiltering {
    /// Refuses ratings from which nothing could be learned, or shown.
    private func refuseIfPoor(_ data: FilmRatings) throws {
        let rated = Set(data.ratings.items)
        let titles = Set(data.films.lazy.filter { rated.contains($0.id) }.map(\.title)).count
        let (people, count) = (Set(data.ratings.users).count, data.ratings.count)
        guard people >= 20, titles >= 40, count >= 1000 else {
            throw Refusal(
                "\(dataName): \(counted(count, "rating")) of \(counted(titles, "title")) by "
                    + "\(people == 1 ? "one person" : "\(people) people") are too few: this chapter needs at least "
                    + "1000 ratings, 40 titles and 20 people")
        }
        guard Set(data.ratings.scores).count > 1 else {
            throw Refusal("\(dataName): all ratings are the same, so there is nothing to learn from them")
        }
    }
}

// MARK: The corner of the busiest

/// The films with the most ratings, and the people who have rated the most (section 8.1).
struct Corner {
    let userNames: [String], filmNames: [String]
    /// [15][15]
    let grid: [[Float?]]
}

extension CollaborativeFiltering {
    var corner: Corner {
        get throws {
            try run.once {
                let (ratings, titles) = (try data.ratings, try titles)
                let users = mostFrequent(ratings.users, 15)
                let films = mostFrequent(ratings.items, 15)
                return Corner(
                    userNames: users.map { "user \($0)" }, filmNames: films.map { shortTitle(titles[$0]!) },
                    grid: crosstab(ratings, users: users, films: films))
            }
        }
    }
}

/// "4" or "3.5"
func starsText(_ stars: some BinaryFloatingPoint) -> String {
    stars == stars.rounded() ? "\(Int(stars))" : "\(Double(stars))"
}
