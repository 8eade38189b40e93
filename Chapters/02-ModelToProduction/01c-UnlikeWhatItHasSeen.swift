// # Unlike what it has seen
//
// Section 2.1 · After this page you know what deep learning does well for pictures, and where a net that was perfect
// yesterday is blind.

import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training

// What can deep learning do? The book looks at the state of things in early 2020. For pictures, it was very good even
// then:
//
// - *recognizing* what is on a picture, as well as people who know the field, and faster (chapters 1 and 5);
// - *detecting*: where is each thing, and what is it? That is recognition with a place (chapter 6 has points and
//   boxes);
// - *segmenting*: what does each pixel belong to? (Chapters 1 and 15.)
//
// And whatever can be drawn can be asked of such a net: sounds as pictures of their waves or tones, series over time,
// moves of a mouse (chapter 1 tries them).
//
// What it is bad at has not changed: pictures that are unlike those that it has learned from, in what they show or in
// how they show it. Let a small net learn digits that are light on dark. `inverted` swaps light and dark, `outlined`
// keeps only where it changes. To people, they show the same digits:

/// Dark becomes light. [n, 28, 28], from 0 to 1
public func inverted(_ pictures: Tensor) -> Tensor { 1 - pictures }

/// How much each pixel differs from its right and lower neighbours: a drawing of the edges. [n, h, w]
public func outlined(_ pictures: Tensor) -> Tensor {
    let (h, w) = (pictures.shape[1], pictures.shape[2])
    let right = (pictures[0..., ..<(h - 1), 1...] - pictures[0..., ..<(h - 1), ..<(w - 1)]).abs()
    let lower = (pictures[0..., 1..., ..<(w - 1)] - pictures[0..., ..<(h - 1), ..<(w - 1)]).abs()
    let edges = right.maximum(lower)
    let column = Tensor.zeros(edges.shape[0], h - 1, 1), row = Tensor.zeros(edges.shape[0], 1, w)
    return .cat([.cat([edges, column], axis: 2), row], axis: 1)
}

extension ModelToProduction {
    func unlikePictures() {
        let digits = DigitImages.generated(
            digits: Array(0...9), train: run.size(quick: 20, usual: 150), valid: run.size(quick: 10, usual: 50))
        let x = Tensor(digits.train.images) / 255, y = IntTensor(digits.train.labels)
        let asked = Tensor(digits.valid.images) / 255
        let kinds = [
            ("as it has learned", asked), ("light and dark changed", inverted(asked)), ("outlined", outlined(asked)),
        ]
        let (steps, seeds) = (run.size(quick: 20, usual: 150), run.size(quick: 2, usual: 5))
        // The second net learns from the same pictures, half of which are inverted: data augmentation.
        let flips = Tensor((0..<y.count).map { $0 % 2 == 0 ? 1 : 0 }).reshaped(-1, 1, 1)
        let lessons = [x, x * (1 - flips) + inverted(x) * flips]
        let runs = run.overSeedsAtOnce(seeds) { random in
            lessons.map { pictures -> [[Int]] in
                let net = digitNet(from: pictures, y, steps: steps, using: &random)
                return kinds.map { kind in
                    noGrad { net(kind.1.flattened(from: 1) - 0.5).argmax(axis: 1) }.scalars.map { Int($0) }
                }
            }
        }
        // Which share of each kind of picture is right, by what was learned from:
        func shares(_ lesson: Int, _ kind: Int) -> [Double] {
            runs.map { answers in
                let right = zip(answers[lesson][kind], digits.valid.labels).count { $0 == $1 }
                return Double(right) / Double(digits.valid.count)
            }
        }
        let places = [0, 2, 5].map { $0 * digits.valid.count / 10 }
        show(
            ImageGrid(
                kinds.flatMap { kind in places.map { Raster(kind.1[$0]) } },
                titles: kinds.indices.flatMap { kind in places.map { "taken for \(runs[0][0][kind][$0])" } },
                columns: places.count),
            "A zero, a two and a five, and what the first net says",
            predict: .choice(
                "A net has learned digits that are light on dark. How many of the same digits, dark on light, does it get right?",
                ["nearly all", "about half", "hardly more than by guessing"],
                answer: words(for: Spread(shares(0, 1)).mean)))
        var table = TextTable(["pictures", "learned from light on dark", "from both"], decimals: 2)
        for (kind, (name, _)) in kinds.enumerated() {
            table.add(name, Spread(shares(0, kind)), Spread(shares(1, kind)))
            record("unlike/\(slug(name))", over: shares(0, kind))
            record("unlike/\(slug(name))-learned-from-both", over: shares(1, kind))
        }
        show(table, "Share of new digits that are right; guessing gives 0.10")
        // The second net has learned from pictures that were changed at random while their labels stayed: *data
        // augmentation* (section 2.3). Labelling is slow and costs money, and such changes cost nothing; with photos
        // they are small turns, other light, other contrast. But it helps for the changes that somebody has thought of.
        // Nobody has thought of outlines, and there is no general way to find out what else is missing. So a model in
        // use needs a check whether what it sees is anything like what it has learned: section 2.6 builds some.
    }
}

// MARK: Helpers

extension ModelToProduction {
    /// A net of two layers that has learned from all pictures at once.
    private func digitNet(
        from pictures: Tensor, _ labels: IntTensor, steps: Int, using random: inout SplitMix64
    ) -> Sequential {
        let net = Sequential([Linear(784, 64, using: &random), ReLU(), Linear(64, 10, using: &random)])
        let (x, optimizer) = (pictures.flattened(from: 1) - 0.5, Adam(net.parameters, learningRate: 0.01))
        for _ in 0..<steps {
            optimizer.zeroGrad()
            crossEntropy(net(x), labels).backward()
            optimizer.step()
        }
        return net
    }

    private func words(for share: Double) -> String {
        share > 0.8 ? "nearly all" : share > 0.3 ? "about half" : "hardly more than by guessing"
    }
}
