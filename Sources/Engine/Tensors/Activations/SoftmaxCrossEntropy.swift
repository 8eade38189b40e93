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

    /// The same where the classes are on any axis, as in the scores of pixels.
    ///
    /// scores [n, classes, ...] · labels [n, ...], each 0 ..< classes or `ignored` → losses [n, ...]
    ///
    /// - Parameters:
    ///   - ignored: a label (any number) of items whose loss and slope are 0, whatever their scores are.
    ///   - smoothing: ε, the share of the target that is spread over all classes.
    public func softmaxCrossEntropy(
        _ labels: IntTensor, axis: Int, ignoring ignored: Int? = nil, smoothing: Float = 0
    ) -> Tensor {
        let axis = axisIndex(axis, shape, "softmaxCrossEntropy")
        if axis == rank - 1 && ignored == nil { return softmaxCrossEntropy(labels, smoothing: smoothing) }
        requireFitting(labels, smoothing, axis: axis, ignoring: ignored)
        let (x, labels) = (array.contiguous(), labels.contiguous())
        let pixels = PixelClasses(
            items: shape[..<axis].reduce(1, *), classes: shape[axis], plane: shape[(axis + 1)...].reduce(1, *),
            labels: labels.base, ignored: ignored, smoothing: smoothing)
        let results = (0..<3).map { _ in NDArray<Float>(uninitialized: labels.shape) }
        let (losses, tops, logTotals) = (results[0], results[1], results[2])
        softmaxCrossEntropyPlanes(
            losses.memory.base, tops: tops.memory.base, logTotals: logTotals.memory.base, x.base, pixels)
        return Tensor(array: losses).recorded("softmaxCrossEntropy", self) { dy in
            let (dy, dx) = (dy.array.contiguous(), NDArray<Float>(uninitialized: x.shape))
            withExtendedLifetime(labels) {
                softmaxCrossEntropyBackwardPlanes(
                    dx.memory.base, dy.base, tops: tops.base, logTotals: logTotals.base, x.base, pixels)
            }
            return Tensor(array: dx)
        }
    }

    private func requireFitting(
        _ labels: IntTensor, _ smoothing: Float, axis: Int? = nil, ignoring ignored: Int? = nil
    ) {
        let name = "softmaxCrossEntropy of \(shape), labels \(labels.shape)"
        let axis = axis ?? rank - 1
        require(
            rank > 0 && labels.shape == Array(shape[..<axis]) + Array(shape[(axis + 1)...]), name,
            "one label per row of scores is needed", try: "scores [..., classes] and labels [...]")
        require(smoothing >= 0 && smoothing <= 1, name, "smoothing is a share, not \(smoothing)", try: "0...1")
        let bad =
            ignored == nil
            ? labels.firstOutside(shape[axis])
            : labels.scalars.first { $0 != ignored && !(0..<shape[axis]).contains($0) }
        if let bad { stop(name, "label \(bad) is not one of \(shape[axis]) classes") }
    }
}
