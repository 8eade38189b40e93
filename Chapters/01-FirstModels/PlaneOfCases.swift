// The picture of what a net says of all points of a plane, for sections about exclusive or.

import Figures

/// The plane around the corners 0 and 1, coloured by what a function says, with the four cases as dots.
func plane(_ says: (_ x: Double, _ y: Double) -> Int) -> Raster {
    let size = 240
    var picture = Raster(width: size, height: size, fill: .white)
    func place(_ pixel: Int) -> Double { Double(pixel) / Double(size) * 2 - 0.5 }
    for row in 0..<size {
        for column in 0..<size {
            let (x, y) = (place(column), place(size - 1 - row))
            let shade = says(x, y) == 1 ? Colour.blue : Colour.orange
            picture[column, row] = shade.mixed(with: .white, 0.55)
            for example in exclusiveOr {
                let (dx, dy) = (x - example.inputs[0], y - example.inputs[1])
                let distance = (dx * dx + dy * dy).squareRoot()
                if distance < 0.09 { picture[column, row] = .black }
                if distance < 0.075, example.wanted == 0 { picture[column, row] = .white }
            }
        }
    }
    return picture
}
