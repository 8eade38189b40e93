// Nudge: The mean of all is easy. The deviation is not the mean of the deviations: what is missing in it is how far
//   the batches are from one another.
// Idea: Section 7.2 (02b-NotQuiteZero.swift) takes the square of a deviation apart: what is within a photo, and what
//   is between photos. Here it is the same with batches, each as often as it has pixels.
// Almost: Begin with the batches that have pixels, since 0 · NaN is NaN. Go over them twice: once for the mean m of
//   all, once for the squared deviation. In the second sum, each batch has two parts: its own deviation, squared, and
//   how far its mean is from m, squared.

public func ofAllBatches(counts: [Int], means: [Double], deviations: [Double]) throws -> (Double, Double)? {
    let batches = counts.indices.filter { counts[$0] > 0 }
    let total = Double(batches.reduce(0) { $0 + counts[$1] })
    if total == 0 { return nil }
    let mean = batches.reduce(0.0) { $0 + Double(counts[$1]) * means[$1] } / total
    let square = batches.reduce(0.0) { sum, k in
        let apart = means[k] - mean
        return sum + Double(counts[k]) * (deviations[k] * deviations[k] + apart * apart)
    }
    return (mean, (square / total).squareRoot())
}
