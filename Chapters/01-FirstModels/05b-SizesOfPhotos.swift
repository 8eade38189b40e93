// # Does it have to be 224?
//
// Section 1.5 · After this page you know what the size of photos decides.

import Common
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// The plan says `item: Resize(…)`. Photos come in all sizes and shapes. But a net works on several photos together, a
// *batch*, and that is one block of numbers; so each is brought to the same square first. Such steps are called
// *transforms*. Those for single photos are *item* transforms; others change a whole *batch* at once, on the GPU where
// there is one (chapter 5). The book takes 224 × 224 pixels. The reason is history: the pretrained nets of old could do
// with nothing else. Those of today take any size. So what does it decide?

extension FirstModels {
    func theSameNetOnManySizes() throws {
        let (isLarge, all) = (try pretrained.isLarge, try photos)
        let most = min(all.count, run.size(quick: 24, usual: isLarge ? 200 : 400, full: .max))
        let files = (0..<most).map { all[$0 * all.count / most] }
        let sizes = run.size(
            quick: [24, 32], usual: isLarge ? [32, 64, 96, 128] : [16, 32, 64, 96], full: [32, 64, 128, 224])
        var (accuracies, times) = ([[Double]](), [Double]())
        for size in sizes {
            let start = ContinuousClock.now
            let features = try features(of: files, size: size)
            times.append((ContinuousClock.now - start) / .milliseconds(1) / Double(files.count))
            accuracies.append(
                run.overSeedsAtOnce(run.size(quick: 1, usual: 5)) { random in
                    let order = random.permutation(files.count)
                    let head = features.head(from: Array(order[(files.count / 4)...]), using: &random)
                    return features.accuracy(head, on: Array(order[..<(files.count / 4)]))
                })
        }
        let means = accuracies.map { Spread($0).mean }
        show(
            Chart("Larger photos", x: "pixels on a side", y: "right on other photos", yLimits: 0...1) {
                Line(sizes, means, colour: .blue)
                Points(sizes, means, colour: .blue)
                Rule(
                    y: shareOfMostFrequent(files.map { isCat($0.lastPathComponent) ? 1 : 0 }),
                    "always the more frequent kind"
                )
            },
            "A last part that has learned, behind a net that stays as it is: \(files.count) photos (\(dataName)), "
                + "the mean of \(counted(accuracies[0].count, "split"))",
            predict: .choice(
                "Which of these sizes is the best?", sizes.map { "\($0) pixels" },
                answer: "\(sizes[means.indices.max { means[$0] < means[$1] }!]) pixels"))
        var table = TextTable(["pixels on a side", "numbers in a photo", "right", "milliseconds a photo"], decimals: 3)
        for place in sizes.indices {
            table.add(sizes[place], 3 * sizes[place] * sizes[place], Spread(accuracies[place]), times[place])
        }
        show(table, "What a larger photo brings and costs (times in milliseconds)")
        record("sizes/accuracy-with-the-smallest", over: accuracies[0])
        record("sizes/accuracy-with-the-largest", over: accuracies.last!)

        // The same net has worked on all of them, with no change. With larger photos a net sees more, often to its
        // advantage, and needs more time and memory: twice the side is four times the pixels. So begin small while you
        // try things, and take large photos in the end, if they help.
    }
}
