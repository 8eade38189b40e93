// Nudge: For one number you know how from the page. Here the function takes them all, so hand it a copy in which one of
//   them is moved.
// Idea: A closure that takes the place and the new value, makes a copy of x, changes it there and calls f, can be used
//   for both sides. The copy is forgotten afterwards, so nothing has to be put back.
// Almost: `1e-5 * max(1, abs(x[k]))` is the step. Put x[k] + h and x[k] - h into variables: they are what f gets, and
//   the difference of these two, as it has been rounded, is what you divide by.

public func nudgedGradient(of f: ([Double]) -> Double, at x: [Double]) throws -> [Double] {
    func value(_ place: Int, _ number: Double) -> Double {
        var moved = x
        moved[place] = number
        return f(moved)
    }
    return x.indices.map { k in
        let h = 1e-5 * max(1, abs(x[k]))
        let (up, down) = (x[k] + h, x[k] - h)
        // What was rounded away from the step is missing from the distance, too.
        return (value(k, up) - value(k, down)) / (up - down)
    }
}
