// # Unfreezing, and what an optimizer touches
//
// Section 5.6 · After this page you can freeze any part of a net, and prove what a training has changed.

import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// A convolutional net is a row of linear layers with something bent between them. At its end are one or more linear
// layers that give as many numbers as there are classes, and softmax. M. Zeiler and R. Fergus made pictures of what the
// layers of such a net respond to ("Visualizing and Understanding Convolutional Networks", 2013), as section 1.6 tells:
// the first ones to edges, gradients and colours, which are in any photo, later ones to textures and corners, the last
// ones to eyes, fur and wheels.
//
// So whoever wants to recognize breeds need not learn what an edge is. All layers are taken over but the last, which
// knows only ImageNet's thousand classes. And until the new layers know something, the old ones are to stay as they
// are. They are *frozen*. (The book's library does that by itself, whenever it makes a learner of a pretrained net, and
// so does `VisionLearner`.)
//
// What does it take to freeze a layer? The optimizer must not change it, nothing else. The parameters of a net are
// sorted into *parameter groups*, and those of frozen groups get no gradient:

extension ImageClassification {
    func parameterGroups() throws {
        var random = run.random
        let learner = try practiceLearner(using: &random)
        let groups = learner.net.groups
        var table = TextTable(["group", "layers", "parameters", "learns when frozen", "learns when unfrozen"])
        learner.freeze()
        let frozen = groups.map { $0.flatMap(\.parameters).filter(\.requiresGrad).map(\.count).reduce(0, +) }
        learner.unfreeze()
        let all = groups.map { $0.flatMap(\.parameters).filter(\.requiresGrad).map(\.count).reduce(0, +) }
        for (place, group) in groups.enumerated() {
            let count = group.flatMap(\.parameters).map(\.count).reduce(0, +)
            let name = place == groups.count - 1 ? "head" : "\(place)"
            table.add(name, group.count, count, frozen[place], all[place])
        }
        let share = Double(frozen.reduce(0, +)) / Double(all.reduce(0, +))
        show(
            table, "The parameter groups of \(try body.title), with a new head",
            predict: .count(
                "While the body is frozen, how many of its parameters learn?", frozen.dropLast().reduce(0, +)))
        record("freezing/share-that-learns", share)
    }

    func whatAnEpochChanges() throws {
        // Words are cheap. Here is a proof: note all numbers, train for an epoch, and compare. Once frozen, once with
        // the last group of the body unfrozen as well (`freezeTo(-2)`), and once with everything unfrozen:
        var table = TextTable(["what learns", "changed in the body, by group", "changed in the head"])
        var changedInFrozenBody = 0
        for (name, first) in [("the head", -1), ("the last group and the head", -2), ("everything", 0)] {
            var random = run.random
            let learner = try practiceLearner(most: run.size(quick: 40, usual: 80), using: &random)
            learner.freezeTo(first)
            let before = learner.net.stateDictionary
            try EpochReporting.silently { try learner.fit(1, 1e-3) }
            let counts = changedTensors(learner.net, since: before)
            if first == -1 { changedInFrozenBody = counts.dropLast().map(\.changed).reduce(0, +) }
            table.add(
                name, counts.dropLast().map { "\($0.changed) of \($0.all)" }.joined(separator: ", "),
                "\(counts.last!.changed) of \(counts.last!.all)")
        }
        show(
            table, "Tensors that are different after an epoch, parameters and averages of norms alike",
            predict: .count(
                "With everything but the head frozen: how many tensors of the body change?", changedInFrozenBody)
        )

        // To the last bit, nothing of a frozen group has changed. (Of those that learn, the averages of the body's
        // norms have not: see below.)
        //
        // Batch norms need a word of their own. They have weights, like other layers, but also averages of what they
        // have seen, which no optimizer touches. The book's library lets norms learn and measure in any case, also in
        // frozen groups, and so does our `VisionLearner`, unless told otherwise: what was usual in the old photos may
        // not be usual in the new ones. On these pages it is the other way round. The averages of the pretrained norms
        // stay as they are, whatever learns. Then nothing has to be traced back through a frozen body, which is what
        // makes it fast. And there is another reason, which the page on searching again shows.
    }

    func frozenIsFaster() throws {
        // And here is what freezing saves, apart from keeping the body safe: no gradient has to be computed for what is
        // frozen, and nothing of its activations has to be remembered.
        var table = TextTable(["what learns", "milliseconds for a batch"], decimals: 1)
        for (name, first) in [("the head", -1), ("everything", 0)] {
            var random = run.random
            let learner = try practiceLearner(using: &random)
            learner.freezeTo(first)
            let (x, y) = try learner.data.oneBatch()
            let optimizer = AdamW(learner.net.parameters, learningRate: 1e-4)
            learner.net.body.eval()
            let times = (0..<run.size(quick: 2, usual: 4)).map { _ in
                let start = ContinuousClock.now
                crossEntropy(learner.net(x), y).backward()
                optimizer.step()
                optimizer.zeroGrad()
                return start.duration(to: .now) / .milliseconds(1)
            }
            table.add(name, times.min()!)
        }
        show(table, "A step of training for one batch, in milliseconds, without reading the photos")
    }
}

// MARK: Helpers

/// For each group of a net, how many of its tensors there are, and how many differ from what they were.
private func changedTensors(_ net: TransferNet, since before: [String: Tensor]) -> [(changed: Int, all: Int)] {
    let now = net.stateDictionary
    let bounds = net.groups.dropLast().reduce(into: [0]) { $0.append($0.last! + $1.count) }
    func group(of name: String) -> Int? {
        let words = name.split(separator: ".")
        guard words.count > 2, words[0] == "body", let layer = Int(words[2]) else { return nil }
        return bounds.lastIndex { $0 <= layer }
    }
    return net.groups.indices.map { place in
        let isHead = place == net.groups.count - 1
        let names = now.keys.filter { isHead ? $0.hasPrefix("head") : group(of: $0) == place }
        return (names.count { before[$0]!.scalars != now[$0]!.scalars }, names.count)
    }
}
