import Exercises05
import Practice
import Solutions05

let partsOfAName = Check(
    "5.2", answer("partsOfName(_:)", Exercises05.partsOfName(_:), Solutions05.partsOfName(_:))
) { partsOfName in
    let good: [(String, String, Int, String)] = [
        ("great_pyrenees_173.jpg", "great_pyrenees", 173, "jpg"), ("Ragdoll_262.jpg", "Ragdoll", 262, "jpg"),
        ("husky_2_5.jpg", "husky_2", 5, "jpg"), ("Bengal_7.JPG", "Bengal", 7, "jpg"),
        ("beagle_12.JpEg", "beagle", 12, "jpeg"), ("boxer_007.png", "boxer", 7, "png"),
        ("a__0.jpg", "a_", 0, "jpg"), ("pug2_1.jpg", "pug2", 1, "jpg"),
    ]
    for (name, breed, number, ending) in good {
        let found = try partsOfName(name)
        guard let value = found.value else {
            throw WrongAnswer(given: found.call, expected: "breed, number and ending", found: "nil")
        }
        let parts = Found(found.call, value)
        try expectEqual(parts.its("breed") { $0.breed }, breed)
        try expectEqual(parts.its("number") { $0.number }, number)
        try expectEqual(parts.its("ending") { $0.ending }, ending)
    }
    for name in [
        "boxer_188xjpg", "boxer_188.gif", "boxer_1.jpg.txt", "boxer_.jpg", "_5.jpg", "2_5.jpg", "notes.jpg",
        "boxer.jpg",
        "my boxer_5.jpg", "images/boxer_5.jpg", "boxer_5.jpg ", "boxer_-5.jpg", "caf\u{e9}_5.jpg", "boxer_5.jpg\n", "",
        "boxer_99999999999999999999.jpg", "boxer_\u{0663}.jpg", "boxer_5.jpeeg", "boxer-5.jpg",
        "_pug_5.jpg", "__5.jpg", "pug_5_.jpg",
    ] {
        let found = try partsOfName(name)
        try expect(found, "nil", found: "something else") { $0 == nil }
    }
}
