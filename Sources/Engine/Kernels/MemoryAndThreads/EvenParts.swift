// Whole numbers, cut into parts.

/// Part number `part` of `0..<count`, cut into `parts` runs whose lengths differ by at most one.
func evenly(_ count: Int, in parts: Int, _ part: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
}

/// How many parts of at most `size` make up `count`.
func dividedUp(_ count: Int, by size: Int) -> Int { (count + size - 1) / size }
