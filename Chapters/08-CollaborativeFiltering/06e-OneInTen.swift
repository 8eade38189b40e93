// # What becomes of one in ten
//
// Section 8.6 · After this page you can show how a small group takes over a recommender, and one thing that helps.

import Common
import Figures
import Notebook
import Tensors

// Here are the same years under each of the three rules, with five seeds. One person in ten is a fan of anime at first.

extension CollaborativeFiltering {
    func loopOverYears() throws {
        let years = run.size(quick: 3, usual: 8)
        let seeds = run.size(quick: 2, usual: 5)
        let services = { (rule: PageRule) in
            try self.run.overSeedsAtOnce(seeds) { random in try yearsOfService(years, rule, using: &random) }
        }
        let (all, capped, byBiases) = (
            try services(.allRatings), try services(.threeOfEach), try services(.biases)
        )
        var table = TextTable(["year", "fans", "others", "anime", "fans ", "others ", "anime "])
        for year in 0...years {
            let (a, b) = (all[0][year], capped[0][year])
            table.add("\(year)", a.fans, a.others, a.anime, b.fans, b.others, b.anime)
        }
        show(
            table, "People, and anime among the ten films of the front page; on the right, three ratings of each count",
            predict: .change(
                "Fans are one in ten at first. What becomes of their share, if all ratings count?",
                from: all[0][0].fanShare, to: all[0][years].fanShare))
        let meanShare = { (services: [[YearOfRatings]]) in
            (0...years).map { year in Spread(services.map { $0[year].fanShare }).mean }
        }
        show(
            Chart("What becomes of one in ten", x: "year", y: "share of fans among all people", yLimits: 0...1) {
                Line(0...years, meanShare(all), "all ratings count")
                Line(0...years, meanShare(capped), "three of each person", dashed: true)
                Line(0...years, meanShare(byBiases), "highest biases")
            }, "Fans in a made-up service, year by year: means over \(counted(all.count, "seed"))")
        var taken = TextTable(["the front page", "seeds with which fans are more than half in the end"])
        for (name, services) in [
            ("all ratings count", all), ("three of each person", capped), ("highest biases", byBiases),
        ] {
            taken.add(name, "\(services.count { $0[years].fanShare > 0.5 }) of \(services.count)")
        }
        show(taken, "Who takes over?")
        record("loop/seeds-where-fans-take-over", all.count { $0[years].fanShare > 0.5 })

        // Between the first row and the second, nothing has changed but the number of ratings that count. As long as
        // the front page pleases fans and nobody else, they grow by half each year while the others lose a third: for
        // each of the others, there are 2.25 times as many fans as in the year before. That is what exponential growth
        // is, and why it is noticed late.
        //
        // And the biases? A bias should be what is left of a film when tastes have been accounted for, so fans should
        // not get their films to the top by it. In our runs they do so more slowly, and with some seeds not at all:
        // with few ratings, the factors do not get hold of the whole difference, and a part of it is left in the
        // biases. No model is safe from those who are many among the ratings.
        //
        // What a person can do about it is more than this one remedy: expect such loops, and look for them in the data
        // before anybody complains; have people look at what is recommended; bring in changes slowly, and watch who
        // comes and who leaves. A group that is one in ten among people and more than four in ten among ratings could
        // have been seen in the first year, by counting.
        let (people, ratings) = (Double(20) / 200, Double(20 * 20) / Double(20 * 20 + 180 * 3))
        show(
            "\(fixed(100 * people, 0)) % of people, \(fixed(100 * ratings, 0)) % of ratings",
            "fans in the first year")
    }
}
