// # More unequal than the data
//
// Section 3.3 · After this page you know how a model makes a difference larger than it found it.

import Common
import Figures
import Foundation
import Notebook
import Tensors

// A model that reads short biographies and says what somebody works as: Maria De-Arteaga and others trained one on
// hundreds of thousands of them ("Bias in Bios", 2019). It was better at recognizing women in professions with many
// women, and worse in those with few. Of the surgeons in its data 14.6 % were women. Of the surgeons that it
// recognized, only 11.6 % were. So it had not only learned the difference, it had *amplified* it. These two numbers are
// enough to say how much worse the model did for women. `recognizedRatio` computes it:

/// How many times as often as a man a woman of a profession is recognized, from the share of women in the profession
/// and among those who are recognized.
public func recognizedRatio(inData: Double, amongRecognized: Double) -> Double {
    amongRecognized / (1 - amongRecognized) * (1 - inData) / inData
}

extension DataEthics {
    func surgeons() {
        record(
            "surgeons/times-as-often-as-men-are-women-recognized",
            recognizedRatio(inData: 0.146, amongRecognized: 0.116),
            predict: .choice(
                "14.6 % of surgeons are women, and 11.6 % of those who are recognized. For each recognized man of a hundred, how many women of a hundred are?",
                ["about 0.97", "about 0.77", "about 0.5"], answer: "about 0.77"))
    }
}

// Where does that come from? From a clue that is often right. If nearly all surgeons in the data are men, then words
// that men use more often are a clue for "surgeon". Somebody with such words is taken for one a little more readily,
// and somebody without them needs more evidence. In this world a biography is two numbers: how much it sounds like the
// profession, and how much it sounds like a woman. `Biographies` makes people of a profession with a given share of
// women, and as many others, half of whom are women. (`mean` is that of many runs.)

/// Biographies of people in a profession and out of it: two numbers each.
public struct Biographies: Sendable {
    public let numbers: Tensor, isInside: [Bool], isWoman: [Bool]

    public init(_ count: Int, shareOfWomen: Double, using random: inout SplitMix64) {
        let isInside = (0..<count).map { $0 % 2 == 0 }
        let isWoman = isInside.map { Double.random(in: 0..<1, using: &random) < ($0 ? shareOfWomen : 0.5) }
        let noise = normals(2 * count, using: &random)
        numbers = Tensor(
            isInside.indices.map { person in
                [
                    (isInside[person] ? 0.8 : -0.8) + noise[2 * person],
                    (isWoman[person] ? 1 : -1) + noise[2 * person + 1],
                ]
            })
        (self.isInside, self.isWoman) = (isInside, isWoman)
    }

    /// The share of women, or of men, of the profession whom a model recognizes.
    public func recognized(by model: LogisticModel, women: Bool) -> Double {
        let probabilities = model.probabilities(numbers)
        let members = isInside.indices.filter { isInside[$0] && isWoman[$0] == women }
        return fraction(members.count { probabilities[$0] > 0.5 }, of: members.count)
    }
}

extension DataEthics {
    func moreThanTheData() {
        let shares = run.size(quick: [0.1, 0.5, 0.9], usual: (1...19).map { Double($0) / 20 })
        let count = run.size(quick: 600, usual: 2000)
        let runs = run.overSeedsAtOnce(repeats) { random in
            shares.map { shareOfWomen in
                let people = Biographies(count, shareOfWomen: shareOfWomen, using: &random)
                let new = Biographies(2 * count, shareOfWomen: shareOfWomen, using: &random)
                let model = LogisticModel(people.numbers, Tensor(people.isInside.map { $0 ? 1 : 0 }))
                return (women: new.recognized(by: model, women: true), men: new.recognized(by: model, women: false))
            }
        }
        func mean(_ place: Int, _ value: ((women: Double, men: Double)) -> Double) -> Double {
            let values = runs.map { value($0[place]) }.filter { !$0.isNaN }
            return values.isEmpty ? .nan : Spread(values).mean
        }
        let gaps = shares.indices.map { place in mean(place) { $0.women - $0.men } }
        let found = shares.indices.map { place in
            mean(place) { $0.women * shares[place] / ($0.women * shares[place] + $0.men * (1 - shares[place])) }
        }
        show(
            ChartGrid(
                [
                    Chart("Recognized women minus men", x: "share of women in the profession", y: "difference") {
                        Points(shares, gaps)
                        Rule(y: 0)
                    },
                    Chart(
                        "Share of women: found minus data", x: "share of women in the profession",
                        y: "difference of shares"
                    ) {
                        Points(shares, zip(found, shares).map { $0 - $1 })
                        Rule(y: 0, "as in the data")
                    },
                ], columns: 2, title: "The model exaggerates what it has seen", sharedYLimits: false),
            "Professions with shares of women from 5 to 95 percent, means of \(counted(repeats, "run"))",
            predict: .choice(
                "In a profession with 10 % women, who is recognized more often?",
                ["women", "men", "both alike"],
                answer: gaps[0] < -0.01 ? "men" : gaps[0] > 0.01 ? "women" : "both alike"))
        let (first, last) = (gaps.first!, gaps.last!)
        record("biographies/difference-with-few-women", first)
        record("biographies/difference-with-many-women", last)
        show(
            runs.count { $0.first!.women < $0.first!.men && $0.last!.women > $0.last!.men },
            "of \(counted(repeats, "run")) agree at both ends")
        // Where half are women, the clue is worth nothing, and nobody is worse off. (This is figure 3-14 of the book,
        // for a made-up world.) The model is not stupid: using the clue, it is right more often. It pays with the few,
        // who are exactly those for whom it would matter. And if it helps to choose who is shown a job, there will be
        // fewer of them.
    }
}
