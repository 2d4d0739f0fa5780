/** A user's program. Engines are found, not named. */
module com.example.app {
    requires org.wengert.nn;
}
