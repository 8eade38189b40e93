// # A few who shout
//
// Section 8.6 · After this page you can simulate a recommender whose users come and go with what it recommends.

import Figures
import Layers
import Notebook
import Tensors
import Training

// There is something worse than having no ratings: having them from a few people who are not like the others. The
// book's example is people who love anime. They watch much, rate much, and so their favourites are high in many lists
// of the best films ever. A model of people and films cannot know that. And where the list of a service is drawn from
// such a model, it does not stop there. The list attracts more people of that kind, who rate even more of it: a
// *feedback loop*. If it is the factors that are tilted, nobody even sees it.
//
// Here is a small world, in which everything is made up and known. Of 40 films, 10 are anime. One person in ten is a
// fan. Each year, fans rate twenty films and others three, mostly from the front page. A model is trained on the
// ratings of that year, and the front page of the next one has the ten films that it predicts the best ratings for.
// Whose? Those of all who come by. Services count visits, so somebody who comes by twenty times counts twenty times.
// Who likes what the front page shows brings friends of the same kind; who does not leaves.
//
// There are two other ways to choose the films (`PageRule`): each person counts for at most three ratings, or the page
// shows the films with the highest bias.

/// How a front page is made of a year's ratings.
public enum PageRule: Sendable {
    /// The best predictions for all ratings, for three ratings of each person, or the highest biases.
    case allRatings, threeOfEach, biases
}

// The rules: every fourth film is anime (`isAnime`). Fans give it 4.8 stars and others 3; all other films have from 3
// to 3.7 stars from everybody, a little less from fans (`liking`). A group grows by half when all of the front page
// pleases it, and shrinks by a third when nothing does (`grown`).

func isAnime(_ film: Int) -> Bool { film % 4 == 0 }

func liking(_ film: Int, _ isFan: Bool) -> Float {
    if isAnime(film) { return isFan ? 4.8 : 3 }
    return 3 + 0.7 * Float(film) / 40 - (isFan ? 0.3 : 0)
}

func grown(_ people: Int, _ liked: Double) -> Int {
    min(2000, Int((Double(people) * (2.0 / 3 + liked * 5 / 6)).rounded()))
}

// The model is the chapter's own, `DotProductBias`, with two factors. `frontPage` trains it, fills all gaps between
// people and films, and sorts the films by the mean of their column, in which each person has as many votes as ratings:

/// The ten films with the highest predictions for whoever comes by, or the highest biases, by a model that is trained
/// on these ratings.
func frontPage(
    _ pairs: [[Int]], _ ratings: [Float], people: Int, films: Int, byBiases: Bool, using random: inout SplitMix64
) throws -> [Int] {
    let model = DotProductBias(users: people, films: films, factors: 2, using: &random)
    let set = TensorDataset(IntTensor(pairs), Tensor(ratings))
    let loader = DataLoader(set, batchSize: 64, shuffledUsing: &random)
    let learner = Learner(
        DataLoaders(loader, DataLoader(set, batchSize: 4096)), model, loss: flatMSELoss,
        optimizer: { AdamW($0, learningRate: $1, weightDecay: 0.1) })
    try EpochReporting.silently { try learner.fitOneCycle(6, learningRate: 0.03) }
    if byBiases {
        let bias = model.filmBias.weight.value.detached().squeezed(1)
        return Array(bias.argsort(descending: true).scalars.prefix(10))
    }
    let gaps = IntTensor((0..<people).flatMap { person in (0..<films).map { [person, $0] } })
    let predicted = noGrad { model(gaps).reshaped(people, films) }
    var votes = [Float](repeating: 0, count: people)
    for pair in pairs { votes[pair[0]] += 1 }
    return Array(Tensor(votes).matmul(predicted).argsort(descending: true).scalars.prefix(10))
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
public func yearsOfService(
    _ years: Int, _ rule: PageRule, using random: inout SplitMix64
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
                guard turn < 3 || rule != .threeOfEach else { continue }
                pairs.append([person, film])
                ratings.append(min(5, max(1, rating.rounded())))
            }
        }
        page = try frontPage(
            pairs, ratings, people: fans + others, films: films, byBiases: rule == .biases, using: &random)
        let liked = { (isFan: Bool) in Double(page.count { liking($0, isFan) >= 3.5 }) / 10 }
        fans = grown(fans, liked(true))
        others = grown(others, liked(false))
        history.append(YearOfRatings(fans: fans, others: others, anime: page.count(where: isAnime)))
    }
    return history
}
