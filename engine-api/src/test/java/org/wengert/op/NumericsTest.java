package org.wengert.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** The formulas of {@link Numerics} against values computed to 800 digits with mpmath and rounded once. */
class NumericsTest {
    /** Error of a formula. */
    private static final double ULPS = 4;

    /** The tanh form takes e to the power of up to -55, which magnifies the rounding of that number as many times. */
    private static final double ULPS_OF_TANH_FORM = 32;

    private static void assertUlps(double bound, DoubleBinaryOperator formula, double[][] rows) {
        for (double[] row : rows) {
            double actual = formula.applyAsDouble(row[0], Math.tanh(row[0]));
            double ulps = Math.abs(actual - row[1]) / Math.ulp(row[1]);
            assertTrue(
                    ulps <= bound,
                    () -> "at " + row[0] + ": expected " + row[1] + ", got " + actual + ", " + ulps + " ULP");
        }
    }

    @Test
    void theLogisticFunction() {
        assertUlps(ULPS, (x, y) -> Numerics.sigmoid(x), new double[][] {
            {-37.0, 8.533047625744065e-17},
            {-20.5, 1.2501528648238605e-09},
            {-12.0, 6.144174602214718e-06},
            {-8.5, 0.00020342697805520653},
            {-5.0, 0.0066928509242848554},
            {-3.0, 0.04742587317756678},
            {-1.0, 0.2689414213699951},
            {-0.5, 0.37754066879814546},
            {-0.001, 0.4997500000208333},
            {1e-10, 0.500000000025},
            {0.1, 0.52497918747894},
            {0.5, 0.6224593312018546},
            {0.99, 0.7290879223493065},
            {1.0, 0.7310585786300049},
            {1.5, 0.8175744761936437},
            {2.5, 0.9241418199787564},
            {5.0, 0.9933071490757152},
            {10.0, 0.9999546021312976},
            {20.5, 0.9999999987498471},
            {36.9, 0.9999999999999999}
        });
    }

    @Test
    void theSlopeOfTheLogisticFunction() {
        assertUlps(ULPS, Numerics::sigmoidSlope, new double[][] {
            {-37.0, 8.533047625744065e-17},
            {-20.5, 1.2501528632609782e-09},
            {-12.0, 6.1441368513331755e-06},
            {-8.5, 0.00020338559551980585},
            {-5.0, 0.006648056670790155},
            {-3.0, 0.04517665973091213},
            {-1.0, 0.19661193324148185},
            {-0.5, 0.2350037122015945},
            {-0.001, 0.24999993750001043},
            {1e-10, 0.25},
            {0.1, 0.24937604019289197},
            {0.5, 0.2350037122015945},
            {0.99, 0.1975187238336781},
            {1.0, 0.19661193324148185},
            {1.5, 0.14914645207033286},
            {2.5, 0.07010371654510816},
            {5.0, 0.006648056670790155},
            {10.0, 4.5395807735951673e-05},
            {20.5, 1.2501528632609782e-09},
            {36.9, 9.430476078526806e-17}
        });
    }

    @Test
    void softplusOnBothSides() {
        assertUlps(ULPS, (x, y) -> Numerics.softplus(x), new double[][] {
            {-37.0, 8.533047625744066e-17},
            {-20.5, 1.2501528656053015e-09},
            {-12.0, 6.144193477732806e-06},
            {-8.5, 0.0002034476721294431},
            {-5.0, 0.006715348489118068},
            {-3.0, 0.04858735157374206},
            {-1.0, 0.3132616875182228},
            {-0.5, 0.4740769841801067},
            {-0.001, 0.6926473055599401},
            {1e-10, 0.6931471806099453},
            {0.1, 0.7443966600735709},
            {0.5, 0.9740769841801067},
            {0.99, 1.3059609474567209},
            {1.0, 1.3132616875182228},
            {1.5, 1.7014132779827524},
            {2.5, 2.5788897342925496},
            {5.0, 5.006715348489118},
            {10.0, 10.000045398899218},
            {20.5, 20.500000001250154},
            {36.9, 36.9}
        });
    }

    @Test
    void theSlopeOfTanh() {
        assertUlps(ULPS, Numerics::tanhSlope, new double[][] {
            {-37.0, 2.9125160713286574e-32},
            {-20.5, 6.251528757339955e-18},
            {-12.0, 1.510053817597626e-10},
            {-8.5, 1.6559749504014006e-07},
            {-5.0, 0.0001815832309438067},
            {-3.0, 0.00986603716544019},
            {-1.0, 0.4199743416140261},
            {-0.5, 0.7864477329659274},
            {-0.001, 0.9999990000006667},
            {1e-10, 1.0},
            {0.1, 0.9900662908474398},
            {0.5, 0.7864477329659274},
            {0.99, 0.42640230985734134},
            {1.0, 0.4199743416140261},
            {1.5, 0.18070663892364852},
            {2.5, 0.02659222668316062},
            {5.0, 0.0001815832309438067},
            {10.0, 8.244614455767397e-09},
            {20.5, 6.251528757339955e-18},
            {36.9, 3.5573551627066544e-32}
        });
    }

    @Test
    void silu() {
        assertUlps(ULPS, (x, y) -> Numerics.silu(x), new double[][] {
            {-37.0, -3.1572276215253042e-15},
            {-20.5, -2.5628133728889138e-08},
            {-12.0, -7.373009522657661e-05},
            {-8.5, -0.0017291293134692554},
            {-5.0, -0.03346425462142428},
            {-3.0, -0.14227761953270035},
            {-1.0, -0.2689414213699951},
            {-0.5, -0.18877033439907273},
            {-0.001, -0.0004997500000208334},
            {1e-10, 5.00000000025e-11},
            {0.1, 0.052497918747894},
            {0.5, 0.3112296656009273},
            {0.99, 0.7217970431258134},
            {1.0, 0.7310585786300049},
            {1.5, 1.2263617142904655},
            {2.5, 2.310354549946891},
            {5.0, 4.966535745378576},
            {10.0, 9.999546021312975},
            {20.5, 20.499999974371867},
            {36.9, 36.9}
        });
    }

    @Test
    void theSlopeOfSilu() {
        assertUlps(ULPS, Numerics::siluSlope, new double[][] {
            {-37.0, -3.071897145267863e-15},
            {-20.5, -2.4377980832026195e-08},
            {-12.0, -6.758546761378339e-05},
            {-8.5, -0.0015253505838631431},
            {-5.0, -0.02654743242966592},
            {-3.0, -0.08810410601516962},
            {-1.0, 0.07232948812851327},
            {-0.5, 0.2600388126973482},
            {-0.001, 0.49950000008333334},
            {1e-10, 0.50000000005},
            {0.1, 0.5499167914982291},
            {0.5, 0.7399611873026518},
            {0.99, 0.9246314589446478},
            {1.0, 0.9276705118714867},
            {1.5, 1.041294154299143},
            {2.5, 1.0994011113415267},
            {5.0, 1.026547432429666},
            {10.0, 1.000408560208657},
            {20.5, 1.0000000243779807},
            {36.9, 1.0000000000000033}
        });
    }

    @Test
    void theNormalDistributionInItsTail() {
        assertUlps(ULPS, (x, y) -> Numerics.normalDistribution(x), new double[][] {
            {-37.0, 5.725571222524577e-300},
            {-20.5, 1.0764673258790961e-93},
            {-12.0, 1.776482112077679e-33},
            {-8.5, 9.479534822203318e-18},
            {-5.0, 2.866515718791939e-07},
            {-3.0, 0.0013498980316300946},
            {-1.0, 0.15865525393145705},
            {-0.5, 0.3085375387259869},
            {-0.001, 0.49960105778608893},
            {1e-10, 0.5000000000398942},
            {0.1, 0.539827837277029},
            {0.5, 0.6914624612740131},
            {0.99, 0.8389129404891691},
            {1.0, 0.8413447460685429},
            {1.5, 0.9331927987311419},
            {2.5, 0.9937903346742238},
            {5.0, 0.9999997133484281},
            {10.0, 1.0},
            {20.5, 1.0},
            {36.9, 1.0}
        });
    }

    @Test
    void geluInItsTail() {
        assertUlps(ULPS, (x, y) -> Numerics.gelu(x), new double[][] {
            {-37.0, -2.1184613523340935e-298},
            {-20.5, -2.206758018052147e-92},
            {-12.0, -2.1317785344932147e-32},
            {-8.5, -8.05760459887282e-17},
            {-5.0, -1.4332578593959695e-06},
            {-3.0, -0.0040496940948902835},
            {-1.0, -0.15865525393145705},
            {-0.5, -0.15426876936299344},
            {-0.001, -0.000499601057786089},
            {1e-10, 5.000000000398942e-11},
            {0.1, 0.053982783727702904},
            {0.5, 0.34573123063700656},
            {0.99, 0.8305238110842774},
            {1.0, 0.8413447460685429},
            {1.5, 1.399789198096713},
            {2.5, 2.4844758366855597},
            {5.0, 4.999998566742141},
            {10.0, 10.0},
            {20.5, 20.5},
            {36.9, 36.9}
        });
    }

    @Test
    void theSlopeOfGelu() {
        assertUlps(ULPS, Numerics::geluSlope, new double[][] {
            {-37.0, -7.838298669418516e-297},
            {-20.5, -4.523803306172878e-91},
            {-12.0, -2.5578956616748956e-31},
            {-8.5, -6.846504938697085e-16},
            {-5.0, -7.146946001792295e-06},
            {-3.0, -0.011945647204183927},
            {-1.0, -0.0833154705876863},
            {-0.5, 0.13250487534383715},
            {-0.001, 0.4992021157051586},
            {1e-10, 0.5000000000797885},
            {0.1, 0.5795230920247302},
            {0.5, 0.8674951246561629},
            {0.99, 1.0808593878870987},
            {1.0, 1.0833154705876864},
            {1.5, 1.1274691922299795},
            {2.5, 1.037611085908145},
            {5.0, 1.000007146946002},
            {10.0, 1.0},
            {20.5, 1.0},
            {36.9, 1.0}
        });
    }

    @Test
    void theTanhFormOfGelu() {
        assertUlps(ULPS_OF_TANH_FORM, (x, y) -> Numerics.geluTanh(x), new double[][] {
            {-8.5, -1.017444730859832e-24},
            {-5.0, -2.291796196629507e-07},
            {-3.0, -0.003637392081773019},
            {-1.0, -0.1588080093917233},
            {-0.5, -0.15428599017485609},
            {-0.001, -0.000499601057786418},
            {1e-10, 5.000000000398942e-11},
            {0.1, 0.053982751045435165},
            {0.5, 0.34571400982514394},
            {0.99, 0.8303745776690805},
            {1.0, 0.8411919906082767},
            {1.5, 1.3995715769802328},
            {2.5, 2.484915733910001},
            {5.0, 4.999999770820381},
            {10.0, 10.0},
            {20.5, 20.5},
            {36.9, 36.9}
        });
    }

    @Test
    void theSlopeOfTheTanhFormOfGelu() {
        assertUlps(ULPS_OF_TANH_FORM, Numerics::geluTanhSlope, new double[][] {
            {-8.5, -1.7239866867738096e-23},
            {-5.0, -1.5463619875325953e-06},
            {-3.0, -0.011584166630969728},
            {-1.0, -0.08296408384578255},
            {-0.5, 0.1326300964653577},
            {-0.001, 0.499202115706475},
            {1e-10, 0.5000000000797885},
            {0.1, 0.5795217892717567},
            {0.5, 0.8673699035346423},
            {0.99, 1.0805064349526083},
            {1.0, 1.0829640838457826},
            {1.5, 1.1277107931514332},
            {2.5, 1.037951576212666},
            {5.0, 1.0000015463619876},
            {10.0, 1.0},
            {20.5, 1.0},
            {36.9, 1.0}
        });
    }

    @Test
    void infinitiesAndNaNHaveLimits() {
        double inf = Double.POSITIVE_INFINITY;
        assertEquals(0, Numerics.sigmoid(-inf));
        assertEquals(1, Numerics.sigmoid(inf));
        assertEquals(0, Numerics.softplus(-inf));
        assertEquals(inf, Numerics.softplus(inf));
        assertEquals(0, Numerics.sigmoidSlope(inf, 1));
        assertEquals(0, Numerics.tanhSlope(-inf, -1));
        assertEquals(0, Numerics.normalDistribution(-inf));
        assertEquals(1, Numerics.normalDistribution(inf));
        assertEquals(inf, Numerics.gelu(inf));
        for (double x : new double[] {
            Numerics.sigmoid(Double.NaN),
            Numerics.sigmoidSlope(Double.NaN, Double.NaN),
            Numerics.softplus(Double.NaN),
            Numerics.tanhSlope(Double.NaN, Double.NaN),
            Numerics.silu(Double.NaN),
            Numerics.siluSlope(Double.NaN, Double.NaN),
            Numerics.gelu(Double.NaN),
            Numerics.geluSlope(Double.NaN, Double.NaN),
            Numerics.geluTanh(Double.NaN),
            Numerics.geluTanhSlope(Double.NaN, Double.NaN),
            Numerics.bceWithLogits(Double.NaN, 0.5),
        }) {
            assertEquals(Double.NaN, x);
        }
    }

    @Test
    void numbersOfAnySizeGiveNoNaN() {
        for (double x : new double[] {-1e300, -1e10, -800, -45, -0.0, 0, 45, 800, 1e10, 1e300}) {
            for (Unary op : Unary.table()) {
                boolean negativeOnly = Double.isNaN(op.value(x));
                assertTrue(!negativeOnly || !op.domain().contains(x), () -> op + " at " + x);
                double slope = op.slope(x, op.value(x));
                assertTrue(!Double.isNaN(slope) || !op.domain().contains(x), () -> "slope of " + op + " at " + x);
            }
        }
    }

    @Test
    void crossEntropyOfALogitIsExactForCertainTargets() {
        assertEquals(Numerics.softplus(-30), Numerics.bceWithLogits(30, 1));
        assertEquals(Numerics.softplus(-30), Numerics.bceWithLogits(-30, 0));
        assertEquals(1000, Numerics.bceWithLogits(-1000, 1));
        assertEquals(Math.log(2), Numerics.bceWithLogits(0, 0.3), Math.ulp(1));
    }
}
