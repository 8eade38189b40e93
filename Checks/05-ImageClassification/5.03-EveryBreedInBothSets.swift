import Exercises05
import Practice
import Solutions05

let everyBreedInBothSets = Check(
    "5.3",
    answer(
        "splitByBreed(_:share:seed:)", Exercises05.splitByBreed(_:share:seed:), Solutions05.splitByBreed(_:share:seed:))
) { splitByBreed in
    let labels = (0..<62).map { ["pug", "Bengal", "boxer", "beagle"][$0 < 40 ? $0 % 2 : $0 < 60 ? 2 : 3] } + ["Sphynx"]
    func expectCounts(_ share: Double, _ counts: [String: Int]) throws {
        let found = try splitByBreed(labels, share, 42)
        let (train, valid) = found.value
        try expectEqual(found.its("all places") { ($0.train + $0.valid).sorted() }, Array(labels.indices))
        try expectEqual(found.its("train") { $0.train }, train.sorted())
        try expectEqual(found.its("valid") { $0.valid }, valid.sorted())
        for breed in Set(labels).sorted() {
            let number = found.its("number of valid photos of \(breed)") { $0.valid.count { labels[$0] == breed } }
            try expectEqual(number, counts[breed] ?? 0)
        }
    }
    try expectCounts(0.2, ["pug": 4, "Bengal": 4, "boxer": 4, "beagle": 1])
    try expectCounts(0.01, ["pug": 1, "Bengal": 1, "boxer": 1, "beagle": 1])
    try expectCounts(0.99, ["pug": 19, "Bengal": 19, "boxer": 19, "beagle": 1])
    try expectCounts(0.24, ["pug": 4, "Bengal": 4, "boxer": 4, "beagle": 1])
    try expectEqual(try splitByBreed([], 0.2, 1).its("all places") { $0.train + $0.valid }, [])
    // The same seed, another seed.
    let first = try splitByBreed(labels, 0.2, 7)
    try expectEqual(try splitByBreed(labels, 0.2, 7).its("valid, a second time") { $0.valid }, first.value.valid)
    let other = try splitByBreed(labels, 0.2, 8)
    try expect(other, "other photos than with seed 7", found: "the same") { $0.valid != first.value.valid }
    // Every photo has its turn, about equally often: 1000 seeds, a fifth of 20 photos.
    var turns = [Int](repeating: 0, count: 40)
    for seed in 0..<1000 {
        for place in try splitByBreed(labels, 0.2, UInt64(seed)).value.valid where place < 40 { turns[place] += 1 }
    }
    try expect(
        Found("splitByBreed with 1000 seeds, how often each of the first 40 photos was to be judged by", turns),
        "about 200 each"
    ) { $0.allSatisfy { (140...260).contains($0) } }
}
