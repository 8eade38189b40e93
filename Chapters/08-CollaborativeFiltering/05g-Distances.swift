// # Near each other
//
// Section 8.5 · After this page you can find films like a given one, in two ways that do not always agree.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// On a map, distances are measured by the theorem of Pythagoras: √(x² + y²). With fifty numbers it is the same, with
// fifty squares below the root. Two films that are liked by the same people must have nearly the same factors, since
// the factors are all that decides who likes them. So a small distance means: similar for those who watch.
//
// The book's text explains this distance, and then its code computes something else and calls it `distances`: the
// *cosine similarity*, the dot product divided by both lengths. It asks only for the direction, is 1 for the same one
// and -1 for the opposite, and the *largest* is the nearest. Here are both, `cosineSimilarity` and `euclideanDistance`:

/// The cosine of the angle between each row of x [n, d] and a row y [d]: [n]. (The book's `CosineSimilarity(dim=1)`.)
public func cosineSimilarity(_ x: Tensor, _ y: Tensor) -> Tensor {
    x.matmul(y) / (x.squared().sum(axis: 1).sqrt() * y.squared().sum().sqrt()).maximum(1e-8)
}

/// The distance of each row of x [n, d] from a row y [d], by Pythagoras: [n]
public func euclideanDistance(_ x: Tensor, _ y: Tensor) -> Tensor {
    (x - y).squared().sum(axis: 1).sqrt()
}

// `mostSimilar` sorts all titles by one of them. The title itself is always the first, and so it is left out; the book
// takes the second of its list for that reason. Row 0, `#na#`, is no title either.

/// The titles with the nearest factors, the nearest first.
/// - Parameter byDirection: by the cosine; else by the distance.
public func mostSimilar(
    to title: Int, factors: Tensor, count: Int, byDirection: Bool = true
) -> [Int] {
    let order =
        byDirection
        ? cosineSimilarity(factors, factors[title]).argsort(descending: true)
        : euclideanDistance(factors, factors[title]).argsort()
    return Array(order.scalars.filter { $0 != title && $0 != 0 }.prefix(count))
}

extension CollaborativeFiltering {
    func twoDistances() {
        show(
            euclideanDistance(Tensor([[3, 4]]), Tensor([0, 0]))[0].item, "distance of (3, 4) from (0, 0)",
            ask: "How far is the point (3, 4) from (0, 0)?")
        let x = Tensor([[1, 1], [10, 10], [1, 0]])
        var table = TextTable(["film", "distance from (1, 2)", "cosine with (1, 2)"], decimals: 3)
        let (distances, cosines) = (euclideanDistance(x, Tensor([1, 2])), cosineSimilarity(x, Tensor([1, 2])))
        for row in 0..<3 {
            table.add("(\(Int(x[row, 0].item)), \(Int(x[row, 1].item)))", distances[row].item, cosines[row].item)
        }
        show(table, "Far away, and yet in the same direction")
    }

    func filmsLikeThisOne() throws {
        // The book asks for films like "The Silence of the Lambs". On other data, we ask for the title with the most
        // ratings.
        let all = try runF
        let titles = all[0].data.titles
        let wanted = titles["Silence of the Lambs, The (1991)"]
        let title = titles.name(wanted == 0 ? bestKnown(all[0].data, 1)[0] : wanted)
        let factors = all[0].model.iWeight.weight.value.detached()
        let (byCosine, byDistance) = (
            mostSimilar(to: titles[title], factors: factors, count: 5),
            mostSimilar(to: titles[title], factors: factors, count: 5, byDirection: false)
        )
        var table = TextTable(["nearest by cosine", "nearest by distance"])
        for (a, b) in zip(byCosine, byDistance) { table.add(titles.name(a), titles.name(b)) }
        show(
            table, "Titles like \(title), \(dataName)",
            predict: .yesNo("Do cosine and distance name the same five titles?", Set(byCosine) == Set(byDistance)))
        if source.isBooks { show("Dial M for Murder (1954)", "the book's nearest title") }

        // How much of that is chance? The nearest title by cosine, split by split:
        let nearest = all.map { run -> String in
            let found = mostSimilar(
                to: run.data.titles[title], factors: run.model.iWeight.weight.value.detached(), count: 1)
            return run.data.titles.name(found[0])
        }
        show(nearest.joined(separator: "; "), "the nearest title in each training")

        // Titles with few ratings have short vectors, for decay has drawn them toward 0:
        let counts = all[0].data.trainRatings.inputs[0..., 1].bincount(minLength: titles.count).scalars
        let lengths = factors.squared().sum(axis: 1).sqrt().scalars
        var sizes = TextTable(["ratings of the title", "titles", "mean length of the factors"], decimals: 3)
        for range in [1...9, 10...49, 50...199, 200...Int.max] {
            let some = (1..<titles.count).filter { range.contains(counts[$0]) }.map { lengths[$0] }
            let end = range.upperBound == .max ? "and more" : "to \(range.upperBound)"
            if !some.isEmpty { sizes.add("\(range.lowerBound) \(end)", some.count, Float(Spread(some).mean)) }
        }
        show(sizes, "How long the factors are, \(dataName)")
        // What direction a short vector has is largely chance. A list that is to be shown to people should be made of
        // titles with enough ratings:
        let known = bestKnown(all[0].data, run.size(quick: 40, usual: 400))
        let place = known.firstIndex(of: titles[title])!
        let rows = Tensor.cat([Tensor.zeros(1, factors.shape[1]), factors.rows(known)])
        let better = mostSimilar(to: place + 1, factors: rows, count: 5).map { titles.name(known[$0 - 1]) }
        show(better.joined(separator: "; "), "the nearest five of the \(known.count) best-known titles")
    }
}
