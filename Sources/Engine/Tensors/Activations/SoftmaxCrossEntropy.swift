// # Softmax and cross-entropy in one
//
// The loss of a row of scores x with the correct class l is -ln softmax(x)[l] = ln Σ eˣ - x[l]. Its derivative
// is as simple as can be: the probabilities minus the truth. Computed together, neither probabilities nor
// logarithms need memory, and with 20,000 classes that memory is what takes the time.

import Kernels

extension Tensor {
    /// y = ln Σ eˣ - Σ target · x   ⇒   dx = dy · (softmax x - target)
    ///
    /// The target is 1 at the label; smoothed, it is 1 - ε there, and ε / classes everywhere.
    ///
    /// scores [..., classes] · labels [...], each 0 ..< classes → losses [...]
    ///
    /// - Parameter smoothing: ε, the share of the target that is spread over all classes.
    public func softmaxCrossEntropy(_ labels: IntTensor, smoothing: Float = 0) -> Tensor {
        requireFitting(labels, smoothing)
        let (x, labels, columns) = (array.contiguous(), labels.contiguous(), shape[rank - 1])
        let losses = NDArray<Float>(uninitialized: labels.shape)
        let (tops, logTotals) = (
            NDArray<Float>(uninitialized: labels.shape), NDArray<Float>(uninitialized: labels.shape)
        )
        softmaxCrossEntropyRows(
            losses.memory.base, tops: tops.memory.base, logTotals: logTotals.memory.base, x.base,
            labels: labels.base, smoothing: smoothing, rows: labels.count, columns: columns)
        return Tensor(array: losses).recorded("softmaxCrossEntropy", self) { dy in
            let (dy, dx) = (dy.array.contiguous(), NDArray<Float>(uninitialized: x.shape))
            softmaxCrossEntropyBackwardRows(
                dx.memory.base, dy.base, tops: tops.base, logTotals: logTotals.base, x.base, labels: labels.base,
                smoothing: smoothing, rows: labels.count, columns: columns)
            return Tensor(array: dx)
        }
    }

    private func requireFitting(_ labels: IntTensor, _ smoothing: Float) {
        let name = "softmaxCrossEntropy of \(shape), labels \(labels.shape)"
        require(
            rank > 0 && labels.shape == shape.dropLast(), name, "one label per row of scores is needed",
            try: "scores [..., classes] and labels [...]")
        require(smoothing >= 0 && smoothing <= 1, name, "smoothing is a share, not \(smoothing)", try: "0...1")
        if let bad = labels.firstOutside(shape[rank - 1]) {
            stop(name, "label \(bad) is not one of \(shape[rank - 1]) classes")
        }
    }
}
