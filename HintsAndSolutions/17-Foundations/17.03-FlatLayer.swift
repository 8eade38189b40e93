// Nudge: How many neurons are there? And where in w does the row of neuron j begin?
// Idea: Two loops go to every item i and neuron j; the third goes along row i of x and row j of w. Number k of row i
//   is at `i * inputs + k` in x. For w it is the same with j.
// Almost: `b.count` is the number of neurons. Begin each sum with `b[j]`, add `x[i * inputs + k] * w[j * inputs + k]`
//   for each k, and append it to the result. In the page's product, the second factor is at `k * bc + j`: there a
//   column is walked along, here a row.

public func flatLayer(_ x: [Float], _ w: [Float], _ b: [Float], batch: Int, inputs: Int) throws -> [Float] {
    var y: [Float] = []
    for i in 0..<batch {
        for j in b.indices {
            var sum = b[j]
            for k in 0..<inputs { sum += x[i * inputs + k] * w[j * inputs + k] }
            y.append(sum)
        }
    }
    return y
}
