// # Channels first
//
// Section 19.2 · After this page you can bring a batch of pictures into the form that a convolution wants, and say why
// the order of the two steps matters.

import Notebook
import Tensors

// Our pictures have their channels last, [n, h, w, c], as image files do. Convolutions, here as in
// PyTorch, want them first, [n, c, h, w]. `permuted` puts the axes in another order: the new axis 1 is the old axis 3,
// and so on. It copies nothing. Normalizing and this are all that happens to a batch before the net sees it:

/// What becomes of a batch of pictures before a net sees it. (The book's `tfm_x`.)
public struct PrepareInputs: Sendable {
    public let normalize: Normalize

    public init(_ normalize: Normalize) { self.normalize = normalize }

    /// Normalized, and with the channels first: x [n, h, w, c] → [n, c, h, w]
    public func callAsFunction(_ x: Tensor) -> Tensor { normalize(x).permuted(0, 3, 1, 2) }
}

extension LearnerFromScratch {
    func nhwcToNCHW() throws {
        // Tested at once, on the batch of items 1 and 2, as in the book:
        let prepare = PrepareInputs(try normalize)
        let x = prepare(try collate([1, 2], try trainSet).x)
        show(x.shape, "the shape", ask: "Two pictures [2, 64, 64, 3] are prepared. What is their shape then?")
        let (means, deviations) = (x.mean(axes: 0, 2, 3), x.std(axes: [0, 2, 3]))
        for (channel, name) in ["red", "green", "blue"].enumerated() {
            let (mean, deviation) = ([0.3732, 0.4907, 0.5633][channel], [1.0212, 1.0311, 1.0131][channel])
            record(
                "two-prepared/\(name)-mean", means[channel].item, book: mean, differs: "two other pictures", on: source)
            record(
                "two-prepared/\(name)-deviation", deviations[channel].item, book: deviation,
                differs: "two other pictures", on: source)
        }

        // Not 0 and 1, and that is right: two pictures are not the batch whose numbers were subtracted. For that one
        // they are, but for rounding:
        let batch = prepare(try trainLoader().first()?.x ?? .zeros(1, 1, 1, 3))
        show(batch.mean(axes: 0, 2, 3).abs().max().item < 1e-3, "the batch itself has mean 0 in each channel")
        show((batch.std(axes: [0, 2, 3]) - 1).abs().max().item < 1e-3, "and standard deviation 1")
    }

    func theOtherWayRound() {
        // What if the channels came first, and then were normalized? Three means would meet the last axis, the width:
        show(BroadcastAlignment([128, 3, 64, 64], [3]), "x after permuted, and the means")

        // It does not fit, and the program ends with a message. That is the good case. Were the pictures three pixels
        // wide, each column would be normalized as if it were a channel, and nobody would tell you. With their shape
        // changed to [3, 1, 1], the means meet the channels:
        show(BroadcastAlignment([128, 3, 64, 64], [3, 1, 1]), "x after permuted, and the means as [3, 1, 1]")

        // The book's `Normalize` also moves its numbers to the device of x, the GPU, and asks you to leave that out and
        // see what breaks. (PyTorch refuses to compute with tensors on two devices.) Here there is one processor and
        // one memory, so nothing has to move.
    }
}
