// Nudge: Try it with one step. The sum is 8,400,000 and the number 0.49, so the new sum is 8,400,000. How much is
//   missing, and how can two subtractions find it?
// Idea: Two variables, sum and missing. Each number is first made larger by what is missing. After the addition,
//   missing is that number less the growth of the sum.
// Almost: The first line in the loop is `let wanted = number + missing`. Put the new sum into a variable of its own,
//   since the old one is still needed for the growth. Compute the growth first, in brackets, and subtract it from
//   `wanted`; in another order, what you look for is rounded away.

public func compensatedSum(_ numbers: [Float]) throws -> Float {
    var (sum, missing) = (Float(0), Float(0))
    for number in numbers {
        let wanted = number + missing
        let next = sum + wanted
        missing = wanted - (next - sum)
        sum = next
    }
    return sum
}
