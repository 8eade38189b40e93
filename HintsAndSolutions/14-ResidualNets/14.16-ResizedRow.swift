// Nudge: One new pixel at a time: where is its centre, and which old pixels can it see?
// Idea: With `scale` old pixels for each new one, reach = max(scale, 1). The old pixels within reach have numbers from
//   ⌊centre − reach⌋ to ⌈centre + reach⌉, as far as they exist. The weights have to be divided by their sum, which is
//   smaller at the ends.
// Almost: The weight of old pixel i is 1 − |i + ½ − centre| / reach, but not below 0. Begin at
//   `max(0, Int(centre - reach))`, and find the end in the same way. Add up weight · pixel and the weights, and divide.
//   Compute in Double: a centre may be a large number.

public func resized(_ pixels: [Float], to count: Int) throws -> [Float] {
    let scale = Double(pixels.count) / Double(count)
    let reach = max(scale, 1)
    return (0..<count).map { k in
        let centre = (Double(k) + 0.5) * scale
        var (sum, total) = (0.0, 0.0)
        for i in max(0, Int(centre - reach))..<min(pixels.count, Int(centre + reach) + 1) {
            let weight = max(0, 1 - abs(Double(i) + 0.5 - centre) / reach)
            sum += weight * Double(pixels[i])
            total += weight
        }
        return Float(sum / total)
    }
}
