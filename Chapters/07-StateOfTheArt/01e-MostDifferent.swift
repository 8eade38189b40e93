// # Which classes make a good small set
//
// Section 7.1 · After this page you can choose from many classes a few that are as different, or as alike, as possible.

import Figures
import Notebook
import Tensors
import Training
import Vision

// Imagenette's ten were chosen by people, so that they would be easy to tell apart. A program can do it, if it knows
// how far each class is from each other one. One way: let a net that has learned a little say what features each photo
// has, the means of its last maps. A class is then a cloud of points; how far two clouds are apart is the distance of
// their middles. `classMiddles` finds these, and `distances` compares each with each:

/// The mean of the features of each class: features [n, c] · labels [n] → [classes, c]
public func classMiddles(_ features: Tensor, _ labels: [Int], classes: Int) -> Tensor {
    .stack(
        (0..<classes).map { k in
            let places = labels.indices.filter { labels[$0] == k }
            return Tensor.stack(places.map { features[$0] }).mean(axis: 0)
        })
}

/// How far each of n points is from each other one: x [n, c] → n lists of n numbers, with 0 from each to itself.
public func distances(_ x: Tensor) -> [[Float]] {
    (0..<x.shape[0]).map { k in (x - x[k]).squared().sum(axis: 1).sqrt().scalars }
}

// Now choose. To try all sets of 10 out of 1000 would never end, for there are more than 10²³. So be greedy: take the
// two that are farthest apart, and then again and again the class whose *nearest* chosen one is farthest away:

/// A few of many, as different from one another as can be found quickly.
/// - Parameters:
///   - distances: from each to each.
///   - count: at least 2, at most as many as there are.
/// - Returns: their places, in ascending order.
public func mostDifferent(_ count: Int, _ distances: [[Float]]) -> [Int] {
    chosen(count, distances)
}

// The other way round, for a comparison: as alike as possible. Then distances count below 0, and all is as before, but
// that the *farthest* chosen one has to be near:

/// A few of many, as like one another as can be found quickly.
public func mostAlike(_ count: Int, _ distances: [[Float]]) -> [Int] {
    chosen(count, distances.map { $0.map { -$0 } })
}

extension StateOfTheArt {
    func threePointsOfFive() {
        // Five points on a line, at 0, 1, 2, 9 and 10. First come 0 and 10. Then 1 is 1 away from its nearest, 2 is 2
        // away, and 9 is 1 away:
        let line = distances(Tensor(shape: [5, 1], [0, 1, 2, 9, 10]))
        show(
            mostDifferent(3, line), "the three most different of the five, by their places",
            predict: .numbers(
                "Points at 0, 1, 2, 9, 10 have the places 0 to 4. Which three places are chosen as the most different?",
                [0, 2, 4]))
        show(mostAlike(3, line), "the three that are most alike")
    }
}

// Now the classes of this run, as the first of the baseline's nets sees them, by photos that it has learned from and no
// others. `distancesOfClasses` says how far they are apart, and `smallSets` has a few of each kind: four
// (`fewClasses`), unless there are fewer.

extension StateOfTheArt {
    /// How many classes a small set has.
    var fewClasses: Int { get throws { min(4, try classes.count) } }

    /// How far the classes of this run are apart.
    var distancesOfClasses: [[Float]] {
        get throws {
            try run.once {
                let learner = try rawLearners[0]
                learner.net.eval()
                let loader = learner.data.quiet(.train)
                let features = noGrad { loader.map { learner.net.body($0.0).mean(axes: 2, 3) } }
                if let problem = loader.problem { throw problem }
                let classes = try parts.target.vocabulary.count
                return distances(classMiddles(.cat(features), try parts.train.labels, classes: classes))
            }
        }
    }

    /// The names of a few classes that are most different, and of as many that are most alike.
    var smallSets: (different: [String], alike: [String]) {
        get throws {
            let (names, between) = (try parts.target.vocabulary.classes, try distancesOfClasses)
            let few = try fewClasses
            return (mostDifferent(few, between).map { names[$0] }, mostAlike(few, between).map { names[$0] })
        }
    }

    func fourOfTen() throws {
        let between = try distancesOfClasses
        let names = try parts.target.vocabulary.classes
        show(
            HeatTable(
                "The lighter a field, the more alike its two classes", rows: names, columns: names,
                between.map { $0.map(Optional.some) },
                range: 0...Double(between.joined().max()!), decimals: 1),
            "How far classes of \(dataName) are apart, for a net that knows a little")
        let (different, alike) = (try smallSets.different, try smallSets.alike)
        show(different.joined(separator: ", "), "the \(try fewClasses) that are most different")
        show(alike.joined(separator: ", "), "the \(try fewClasses) that are most alike")
    }
}

// MARK: Helpers

/// Greedy: the two with the largest number between them, and then those whose smallest number to the chosen is largest.
private func chosen(_ count: Int, _ distances: [[Float]]) -> [Int] {
    let all = distances.indices
    let pairs = all.flatMap { a in all.filter { $0 > a }.map { (a, $0) } }
    guard count >= 2, let first = pairs.max(by: { distances[$0.0][$0.1] < distances[$1.0][$1.1] }) else { return [] }
    var places = [first.0, first.1]
    while places.count < min(count, all.count) {
        let left = all.filter { !places.contains($0) }
        func value(_ place: Int) -> Float { places.map { distances[place][$0] }.min()! }
        places.append(left.max { value($0) < value($1) }!)
    }
    return places.sorted()
}
