import Exercises03
import Practice
import Solutions03

let notAllAtOnce = Check(
    "3.7",
    answer(
        "falsePositives(_:precision:miss:)", Exercises03.falsePositives(_:precision:miss:),
        Solutions03.falsePositives(_:precision:miss:))
) { notAllAtOnce in
    let examples: [(p: Double, precision: Double, miss: Double, wanted: Double?)] = [
        (0.5, 0.8, 0.2, 0.2), (1901.0 / 3696, 1369.0 / 2174, 532.0 / 1901, 805.0 / 1795), (0.2, 1, 0.7, 0),
        (0.4, 0.5, 1, 0), (0.9, 0.5, 0, nil), (0.5, 0.5, 0, 1), (0, 0.5, 0.1, nil), (1, 0.5, 0.1, nil),
        (0.5, 0, 0.1, nil),
        (0.5, 1.1, 0.1, nil), (0.5, 0.5, -0.1, nil), (0.5, 0.5, 1.1, nil), (0.25, 0.6, 0.4, 0.1333333333),
    ]
    for (p, precision, miss, wanted) in examples { try expectClose(notAllAtOnce(p, precision, miss), wanted) }
}
