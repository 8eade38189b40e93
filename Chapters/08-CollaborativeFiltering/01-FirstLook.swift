// # A first look at the data
//
// Section 8.1 · After this page you know what collaborative filtering has to work with, and how good a guess is that
// knows nothing.

import Common
import Datasets
import Figures
import Notebook
import Tensors

// Somebody has seen many films, and liked most of those with spaceships in them. You would know what to recommend. But
// you know that the films have spaceships in them, and a shop with a million things for sale does not. *Collaborative
// filtering* gets by without. It looks for other people who liked the same films, and recommends what these people
// liked besides. It needs no description of the films, and none of the people; only who liked what.
//
// It need not be films. The general word is *items*: things that are bought, links that are clicked, posts that might
// be shown, even diagnoses that are made for patients.
//
// The data of this chapter are films, though, and come from MovieLens, a site where people rate films with one to five
// stars. GroupLens, a group at the University of Minnesota, has published several sets of its ratings, the largest with
// tens of millions. MovieLens 100K has a hundred thousand, from 1997 and 1998.

extension CollaborativeFiltering {
    func firstRows() throws {
        // The main table says who rated what, how, and when. People and films are numbers in it:
        // #hide
        if !source.isBooks { show("This run has \(dataName) in place of MovieLens 100K.") }
        let ratings = try data.ratings
        var table = TextTable(["user", "film", "rating", "seconds since 1970"])
        for row in 0..<5 {
            let time = ratings.times.isEmpty ? nil : Int(ratings.times[row])
            table.add(Int(ratings.users[row]), Int(ratings.items[row]), starsText(ratings.scores[row]), time)
        }
        show(table, "The first rows of \(dataName)")
        // #hide
        if let remark = try remarkOnSize { show(remark) }
        record("ratings/count", ratings.count, book: 100_000)
        show(
            "\(Set(ratings.users).count) people and \(Set(ratings.items).count) films",
            predict: .count("How many different people have rated something?", Set(ratings.users).count))
    }

    func longTail() throws {
        // Are the ratings spread evenly? If they were, each film would have the same small number of them.
        let ratings = try data.ratings
        let (films, users) = (counts(of: ratings.items), counts(of: ratings.users))
        let mean = Double(ratings.count) / Double(films.count)
        show("a film has \(Int(mean.rounded())) ratings on average")
        show(
            films[films.count / 2], "ratings of the film in the middle, if they are sorted by how many they have",
            predict: .change(
                "Is the number of ratings of the film in the middle smaller or larger than the mean?", from: mean,
                to: Double(films[films.count / 2])))
        show(
            ChartGrid(
                [
                    chart(of: films, "Films", "ratings of the film"),
                    chart(of: users, "People", "ratings by the person"),
                ],
                columns: 2, title: "A few have very many ratings, most have few", sharedYLimits: false),
            "How many ratings each film and each person has in \(dataName), sorted")

        // This is a *long tail*: most of what there is, hardly anybody knows. Some people have rated hundreds of films.
        // Whatever is learned about a film in the tail is learned from a handful of ratings, and it will be wrong
        // accordingly. (The set has only people with at least 20 ratings, so their curve ends there.)
    }

    func whatTheMeanKnows() throws {
        // How do people rate?
        let scores = try data.ratings.scores.map { Double($0) }
        let stars = Set(scores).sorted()
        let shares = stars.map { star in Double(scores.count { $0 == star }) / Double(scores.count) }
        show(
            Chart("People rate what they like", x: "stars", y: "share of the ratings") {
                Bars(stars.map { starsText($0) }, shares)
            }, "How often each rating is given in \(dataName)",
            predict: .choice(
                "Which rating is given most often?", stars.map { "\(starsText($0)) stars" },
                answer: "\(starsText(stars[shares.indices.max { shares[$0] < shares[$1] }!])) stars"))

        // There are many more good ratings than bad ones. That is no surprise: nobody has to see a film, and people
        // choose what they expect to like. Who has not rated a film would probably not have liked it so well. This will
        // matter when a film's mean rating is to say how good it is (section 8.5).
        //
        // The simplest recommender of all predicts the same for everybody and everything, the mean. How far off is it?
        // The *mean squared error* says so, and every model of this chapter has to be better than that:
        let mean = scores.reduce(0, +) / Double(scores.count)
        let error = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)
        show(fixed(mean, 3), "mean of all ratings in \(dataName)")
        record("mean-rating/mean-squared-error", error)
        show(
            fixed(error.squareRoot(), 3), "its root, in stars",
            predict: .number(
                "The root of \(fixed(error, 2)): how many stars is the guess off, about?", error.squareRoot(),
                within: .percent(10)))
    }
}

// MARK: Helpers

extension CollaborativeFiltering {
    /// How often each number occurs, the most frequent first.
    private func counts(of numbers: [Int32]) -> [Int] {
        Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +).values.sorted(by: >)
    }

    /// nil where all ratings are used, and no training takes long.
    private var remarkOnSize: String? {
        get throws {
            let (used, all) = (try data.ratings.count, try source.contents.ratings.count)
            if used > 1_000_000 { return "With so many ratings, each of some sixty trainings takes minutes." }
            return used < all ? "This run learns from the first \(used) of \(all) ratings." : nil
        }
    }

    private func chart(of counts: [Int], _ title: String, _ y: String) -> Chart {
        Chart(title, x: "place", y: y, yScale: .logarithmic) { Line(1...counts.count, counts) }
    }
}
