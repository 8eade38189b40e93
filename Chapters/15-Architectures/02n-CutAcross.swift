// # The same net, cut across
//
// Section 15.2 · After this page you have seen that the cross connections are the reason, and not something else about
// the net.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training
import Vision

// The U-Net differs from the plain heads in more than its connections: it shuffles pixels, and its first convolutions
// have more channels. Any of that might be the reason. So take the same net, with all its layers, and let nothing come
// across. A hook behind the norm of what comes across puts zeros in its place. Everything else is as it was:
// parameters, rates, pictures, seeds.

/// Lets zeros go across in place of what the body has made.
func cutConnections(of net: DynamicUNet) {
    for level in net.levels {
        level.norm.changingForward { _, output in output = Tensor.zeros(output.shape) }
    }
}

extension Architectures {
    func cutAndCompared() throws {
        // Again, `values` are those of one way, over all seeds:
        let results = try trainedWays
        func values(_ way: WayUp, _ number: (JudgedMasks) -> Double) -> [Double] { results.map { number($0[way]!) } }
        var table = TextTable(["", "pixel accuracy", "mean IoU", "thin pixels right"], decimals: 3)
        for way in [WayUp.copied, .transposed, .cut, .crossing] {
            table.add(
                way.rawValue, Spread(values(way, \.counts.accuracy)),
                Spread(values(way, \.counts.meanIntersectionOverUnion)), Spread(values(way, \.thin.accuracy)))
        }
        let (whole, cut) = (
            values(.crossing, \.counts.meanIntersectionOverUnion), values(.cut, \.counts.meanIntersectionOverUnion)
        )
        show(
            table, "With and without what comes across, on \(streetName)",
            predict: .change(
                "The cross connections carry zeros. The mean IoU is then …", from: Spread(whole).mean,
                to: Spread(cut).mean))
        record("cut/mean-iou", over: cut)
        record("cut/pixel-accuracy", over: values(.cut, \.counts.accuracy))
        let plain = Spread(values(.copied, \.counts.meanIntersectionOverUnion)).mean
        let (lead, left) = (Spread(whole).mean - plain, Spread(cut).mean - plain)
        show(
            lead <= 0
                ? "In this run the U-Net is not ahead, so there is no lead to explain."
                : left < 0.5 * lead
                    ? "Without the connections, the net is about where the plain heads are: they are why it leads."
                    : "Here the cut net keeps more than half of its lead: the connections are not the only reason.")
    }

    func oneAfterTheOther() throws {
        // Which of the connections matter? Take the net of the last page, and cut it at one level at a time. That is
        // another question than before: a net that has learned to rely on a connection is worse without it, even where
        // it could have learned to do without.
        let learner = try maskLearner
        let (net, data) = (learner.net, learner.data)
        let whole = try learner.pixelCounts()
        var table = TextTable(["cut", "pixel accuracy", "mean IoU"], decimals: 3)
        table.add("nothing", whole.accuracy, whole.meanIntersectionOverUnion)
        let size = data.pipeline.size ?? 64
        for (place, level) in net.levels.enumerated().reversed() {
            let hook = level.norm.changingForward { _, output in output = Tensor.zeros(output.shape) }
            let counts = try hook.during { try learner.pixelCounts() }
            let share = 1 << (net.levels.count - 1 - place)
            table.add(
                place == net.levels.count - 1
                    ? "the picture itself" : "the maps of \(size.height / share) × \(size.width / share)",
                counts.accuracy, counts.meanIntersectionOverUnion)
        }
        show(table, "One net, cut at one level at a time after its training")
    }
}
