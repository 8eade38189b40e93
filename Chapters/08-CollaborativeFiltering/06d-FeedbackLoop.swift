// # A few who shout
//
// Section 8.6 · After this page you can show how a small group takes over a recommender, and one thing that helps.

import Figures
import Layers
import Notebook
import Tensors
import Training

// There is something worse than having no ratings: having them from a few people who are not like the others. The
// book's example are those who love anime. They watch much, rate much, and so their favourites are high in many lists
// of the best films ever. A model of people and films cannot know that. And where the list of a service is drawn from
// such a model, it does not stop there. The list attracts more people of that kind, who rate even more of it: a
// *feedback loop*. If it is the factors that are tilted, nobody even sees it.
//
// Here is a small world, in which everything is made up and known. Of 40 films, 10 are anime. One person in ten is a
// fan. Each year, fans rate twenty films and others three, mostly from the front page, which shows ten films chosen by
// that year's ratings. Who likes what the front page shows brings friends of the same kind; who does not leaves.
//
// The rules: every fourth film is anime (`isAnime`). Fans give it 4.8 stars and others 3; all other films have from 3.2
// to 3.9 stars from everybody, a little less from fans (`liking`). A group grows by half when all of the front page
// pleases it, and shrinks by a third when nothing does (`grown`).

func isAnime(_ film: Int) -> Bool { film % 4 == 0 }

func liking(_ film: Int, _ isFan: Bool) -> Float {
    if isAnime(film) { return isFan ? 4.8 : 3 }
    return 3.2 + 0.7 * Float(film) / 40 - (isFan ? 0.3 : 0)
}

func grown(_ people: Int, _ liked: Double) -> Int {
    min(3000, Int((Double(people) * (2.0 / 3 + liked * 5 / 6)).rounded()))
}

// The front page may show the films with the highest mean rating, with five ratings of three stars thrown in
// (`pageByMeans`), or those with the highest bias of `DotProductBias` with two factors (`pageByBiases`):

/// The ten films with the highest mean.
func pageByMeans(_ pairs: [[Int]], _ ratings: [Float], films: Int) -> [Int] {
    var (sums, counts) = ([Float](repeating: 15, count: films), [Float](repeating: 5, count: films))
    for (pair, rating) in zip(pairs, ratings) {
        sums[pair[1]] += rating
        counts[pair[1]] += 1
    }
    let means = Tensor(sums) / Tensor(counts)
    return Array(means.argsort(descending: true).scalars.prefix(10))
}

/// The ten films with the highest bias of a model that is trained on these ratings.
func pageByBiases(
    _ pairs: [[Int]], _ ratings: [Float], people: Int, films: Int, using random: inout SplitMix64
) throws -> [Int] {
    let model = DotProductBias(users: people, films: films, factors: 2, using: &random)
    let set = TensorDataset(IntTensor(pairs), Tensor(ratings))
    let loader = DataLoader(set, batchSize: 64, shuffledUsing: &random)
    let learner = Learner(
        DataLoaders(loader, DataLoader(set, batchSize: 4096)), model, loss: flatMSELoss,
        optimizer: { AdamW($0, learningRate: $1, weightDecay: 0.1) })
    try EpochReporting.silently { try learner.fitOneCycle(4, learningRate: 0.03) }
    let bias = model.filmBias.weight.value.detached().squeezed(1)
    return Array(bias.argsort(descending: true).scalars.prefix(10))
}

// And `yearsOfService` goes through the years. `YearOfRatings` is what is left of each:

/// People at the end of a year, and the front page that was made of their ratings.
public struct YearOfRatings {
    public let fans, others: Int
    /// How many of the ten films of the front page are anime.
    public let anime: Int
    public var fanShare: Double { Double(fans) / Double(fans + others) }
}

/// A service over some years.
/// - Parameters:
///   - ratingsOfEach: at most so many ratings of a person in a year count; nil counts all.
///   - byBiases: the front page shows the films with the highest bias of a model; else those with the highest mean.
public func yearsOfService(
    _ years: Int, ratingsOfEach: Int? = nil, byBiases: Bool = false, using random: inout SplitMix64
) throws -> [YearOfRatings] {
    let films = 40
    var (fans, others, page) = (20, 180, Array(0..<10).map { $0 * 4 + 1 })
    var history = [YearOfRatings(fans: fans, others: others, anime: page.count(where: isAnime))]
    for _ in 0..<years {
        var (pairs, ratings) = ([[Int]](), [Float]())
        for person in 0..<(fans + others) {
            let isFan = person < fans
            for turn in 0..<(isFan ? 20 : 3) {
                let onPage = Float.random(in: 0..<1, using: &random) < 0.6
                let film = onPage ? page.randomElement(using: &random)! : Int.random(in: 0..<films, using: &random)
                let rating = liking(film, isFan) + Float.random(in: -1...1, using: &random)
                guard turn < ratingsOfEach ?? .max else { continue }
                pairs.append([person, film])
                ratings.append(min(5, max(1, rating.rounded())))
            }
        }
        page =
            byBiases
            ? try pageByBiases(pairs, ratings, people: fans + others, films: films, using: &random)
            : pageByMeans(pairs, ratings, films: films)
        let liked = { (isFan: Bool) in Double(page.count { liking($0, isFan) >= 3.5 }) / 10 }
        fans = grown(fans, liked(true))
        others = grown(others, liked(false))
        history.append(YearOfRatings(fans: fans, others: others, anime: page.count(where: isAnime)))
    }
    return history
}

extension CollaborativeFiltering {
    func loopOverYears() throws {
        let years = run.size(quick: 3, usual: 10)
        var (first, second, third) = (run.random, run.random, run.random)
        let all = try yearsOfService(years, using: &first)
        let capped = try yearsOfService(years, ratingsOfEach: 3, using: &second)
        let modelled = try yearsOfService(years, byBiases: true, using: &third)
        var table = TextTable(["year", "fans", "others", "anime", "fans ", "others ", "anime "])
        for year in 0...years {
            let (a, b) = (all[year], capped[year])
            table.add("\(year)", a.fans, a.others, a.anime, b.fans, b.others, b.anime)
        }
        show(
            table,
            "People, and anime among ten films of the front page; on the right with three ratings of each person a year",
            predict: .change(
                "Fans are one in ten at first. What becomes of their share, if all ratings count?",
                from: all[0].fanShare,
                to: all[years].fanShare))
        show(
            Chart("One in ten takes over", x: "year", y: "share of fans among all people", yLimits: 0...1) {
                Line(all.map(\.fanShare), "means of all ratings")
                Line(capped.map(\.fanShare), "means of three ratings each", dashed: true)
                Line(modelled.map(\.fanShare), "biases beside factors")
            }, "Fans in a made-up service, year by year")

        // Once the front page is theirs, the fans grow by half each year, which is exponential growth. Two things keep
        // them from it: that each person counts alike, and, in this small world, a model with factors. Its factors see
        // that fans and others differ, so the bias of a film is not what fans alone think of it. But where a whole data
        // set is made by enthusiasts, no model can know what the people think who are not there.
        //
        // What a person can do about it is more than this one remedy: expect such loops, and look for them in the data
        // before anybody complains; have people look at what is recommended; bring in changes slowly, and watch who
        // comes and who leaves. A group that is one in ten among people and more than four in ten among ratings could
        // have been seen in the first year, by counting.
        let (people, ratings) = (Double(20) / 200, Double(20 * 20) / Double(20 * 20 + 180 * 3))
        show(
            "\((100 * people).rounded()) % of people, \((100 * ratings).rounded()) % of ratings",
            "fans in the first year")
    }
}
